package config

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// maxSecret bounds a password or token.
const maxSecret = 16 << 10

// ReadSecret reads the password anew, so that a changed file counts from the next sign-in on.
func (m Mailbox) ReadSecret() (string, error) {
	return readSecret("mailbox.password_file", m.PasswordFile)
}

// ReadSecret reads the password anew; it is empty, without an error, when no password_file is configured.
func (s SMTP) ReadSecret() (string, error) {
	if s.PasswordFile == "" {
		return "", nil
	}
	return readSecret("smtp.password_file", s.PasswordFile)
}

func readSecret(key, path string) (string, error) {
	secret, _, err := openSecret(path)
	if err != nil {
		return "", fmt.Errorf("%s: %w", key, err)
	}
	return secret, nil
}

// openSecret returns the one line of a file and its mode. Errors do not repeat the name: people write the password itself
// where the name of its file should stand.
func openSecret(path string) (string, fs.FileMode, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, fmt.Errorf("the file that it names cannot be opened: %w (relative names start where the configuration stands)",
			cause(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", 0, fmt.Errorf("the file that it names: %w", cause(err))
	}
	if info.IsDir() {
		return "", 0, errors.New("it names a folder: a file with the password on one line is wanted")
	}
	text, err := io.ReadAll(io.LimitReader(f, maxSecret+1))
	if err != nil {
		return "", 0, fmt.Errorf("the file that it names: %w", cause(err))
	}
	secret, err := oneLine(text)
	return secret, info.Mode(), err
}

// oneLine takes the byte order mark of Windows editors and one line end off.
func oneLine(text []byte) (string, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = bytes.TrimSuffix(text, []byte("\n"))
	text = bytes.TrimSuffix(text, []byte("\r"))
	switch {
	case len(bytes.TrimSpace(text)) == 0:
		return "", errors.New("the file that it names is empty: put the password in it, on one line")
	case len(text) > maxSecret:
		return "", errors.New("the file that it names is larger than 16 KiB: the password alone is wanted")
	case bytes.ContainsAny(text, "\r\n\x00"):
		return "", errors.New("the file that it names has several lines: the password alone is wanted")
	}
	return string(text), nil
}

func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// checkFiles looks at every file that is named, and collects warnings beside the problems.
func (c *Config) checkFiles() []Problem {
	k := checker{lines: c.lines}
	k.secret(c, "mailbox.password_file", c.Mailbox.PasswordFile)
	k.secret(c, "smtp.password_file", c.SMTP.PasswordFile)
	k.certificates("mailbox.ca_file", c.Mailbox.CAFile)
	k.certificates("smtp.ca_file", c.SMTP.CAFile)
	if dir := c.Templates.Folder; dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			k.fail("templates.folder", "%s is not a folder that can be read", dir)
		}
	}
	if dir := filepath.Dir(c.Database.Path); !isDir(dir) {
		k.fail("database.path", "the folder %s does not exist: make it, for the user that runs the servicedesk alone", dir)
	}
	if info, err := os.Stat(c.Database.KeyFile); err == nil { // it is made at the first start
		c.warnMode("database.key_file", c.Database.KeyFile, info.Mode())
	}
	return k.problems
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (k *checker) secret(c *Config, key, path string) {
	if path == "" {
		return
	}
	_, mode, err := openSecret(path)
	if err != nil {
		k.fail(key, "%v", err)
		return
	}
	c.warnMode(key, path, mode)
}

func (k *checker) certificates(key, file string) {
	if _, err := certPool(file); err != nil {
		k.fail(key, "%v", err)
	}
}

// warnMode is only a warning: container platforms mount secrets readable, in a file system that nobody else sees.
func (c *Config) warnMode(key, path string, mode fs.FileMode) {
	if runtime.GOOS != "windows" && mode.Perm()&0o004 != 0 {
		c.warnings = append(c.warnings, fmt.Sprintf("%s: every user of this machine can read %s: chmod 600 it", key, path))
	}
}

// TLSConfig is for connections to the mailbox: the system's certificates and those of ca_file.
func (m Mailbox) TLSConfig() (*tls.Config, error) {
	return tlsConfig("mailbox.ca_file", m.Host, m.CAFile)
}

// TLSConfig is for connections to the SMTP server.
func (s SMTP) TLSConfig() (*tls.Config, error) { return tlsConfig("smtp.ca_file", s.Host, s.CAFile) }

func tlsConfig(key, host, caFile string) (*tls.Config, error) {
	pool, err := certPool(caFile)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	return &tls.Config{ServerName: strings.TrimSuffix(host, "."), RootCAs: pool, MinVersion: tls.VersionTLS12}, nil
}

// certPool is nil, the system's own, when there is no file.
func certPool(file string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil
	}
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", file, cause(err))
	}
	pool, err := x509.SystemCertPool()
	if err != nil { // no system store: the file alone
		pool = x509.NewCertPool()
	}
	if !pool.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("%s holds no certificate in PEM (-----BEGIN CERTIFICATE-----)", file)
	}
	return pool, nil
}
