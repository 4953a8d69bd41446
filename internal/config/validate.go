package config

import (
	"fmt"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Validate reports every value that cannot work, as an *Error. It opens no file.
func (c *Config) Validate() error { return asError("", c.problems()) }

type checker struct {
	lines    map[string]int
	problems []Problem
}

func (k *checker) fail(key, format string, args ...any) {
	k.problems = append(k.problems, Problem{What: key, Line: k.lines[key], Text: fmt.Sprintf(format, args...)})
}

func (c *Config) problems() []Problem {
	k := &checker{lines: c.lines}
	k.desk(c.Desk)
	k.mailbox(c.Mailbox)
	k.smtp(c.SMTP)
	k.database(c.Database)
	k.console(c.Console)
	for _, host := range c.Templates.AllowedHosts {
		if !isHostName(host) || !strings.Contains(host, ".") {
			k.fail("templates.allowed_hosts", "%.60q is not a host name: write it bare, as www.example.be", host)
		}
	}
	k.oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	k.oneOf("log.format", c.Log.Format, "auto", "text", "json")
	return k.problems
}

func (k *checker) desk(d Desk) {
	if k.required("desk.address", d.Address, "the address that members write to") {
		k.address("desk.address", d.Address)
	}
	k.required("desk.name", d.Name, "the name beside the address in our mail")
	k.oneOf("desk.language", d.Language, "nl", "fr", "en", "de")
	for _, a := range d.OwnAddresses {
		k.address("desk.own_addresses", a)
	}
	if u, err := url.Parse(d.Website); d.Website != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "") {
		k.fail("desk.website", "%.60q is not a web address: write it as https://www.example.be", d.Website)
	}
	k.within("desk.automatic_answers_per_day", d.AutomaticAnswersPerDay, 0, 20)
	k.within("desk.automatic_answers_per_hour", d.AutomaticAnswersPerHour, 0, 100_000)
	k.within("desk.questions_per_ticket", d.QuestionsPerTicket, 0, 10)
}

func (k *checker) mailbox(m Mailbox) {
	k.server("mailbox", m.Host, m.Port, m.TLS, "the IMAP server")
	k.required("mailbox.username", m.Username, "the name to sign in with")
	k.required("mailbox.password_file", m.PasswordFile, "the file that holds the password, on one line")
	k.required("mailbox.folder", m.Folder, "the folder to watch, INBOX mostly")
	if m.HandledFolder != "" && (m.HandledFolder == m.Folder || strings.EqualFold(m.HandledFolder, "INBOX") && strings.EqualFold(m.Folder, "INBOX")) {
		k.fail("mailbox.handled_folder", "the same as mailbox.folder: name another, or leave it out so that nothing is moved")
	}
	k.duration("mailbox.poll_interval", m.PollInterval, time.Second, 24*time.Hour)
	if strings.ContainsAny(m.AuthservID, " ;\t") {
		k.fail("mailbox.authserv_id", "one word is wanted: the first of the Authentication-Results header that your own server adds")
	}
	if m.MaxMessageSize < 64<<10 || m.MaxMessageSize > 1<<30 {
		k.fail("mailbox.max_message_size", "%v is out of range: use 64KiB to 1GiB", m.MaxMessageSize)
	}
}

func (k *checker) smtp(s SMTP) {
	k.server("smtp", s.Host, s.Port, s.TLS, "the server that takes our mail")
	switch {
	case s.Username != "" && s.PasswordFile == "":
		k.fail("smtp.password_file", "missing beside smtp.username: add it, or leave both out to send without AUTH")
	case s.Username == "" && s.PasswordFile != "":
		k.fail("smtp.username", "missing beside smtp.password_file: add it, or leave both out to send without AUTH")
	}
	if s.HelloName != "" && !isHostName(strings.Trim(s.HelloName, "[]")) {
		k.fail("smtp.hello_name", "%.60q is not a host name: write the full name of this machine, or leave it out", s.HelloName)
	}
	k.duration("smtp.give_up_after", s.GiveUpAfter, time.Minute, 30*24*time.Hour)
}

func (k *checker) database(d Database) {
	k.required("database.path", d.Path, "the file of the database")
	k.required("database.key_file", d.KeyFile, "the file of the key")
	if d.Path != "" && d.Path == d.KeyFile {
		k.fail("database.key_file", "the same file as database.path: the key must stand outside the database and its backups")
	}
}

func (k *checker) console(c Console) {
	k.listen("console.listen", c.Listen)
	if u, err := url.Parse(c.PublicURL); c.PublicURL != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "") {
		k.fail("console.public_url", "%.60q is not the address of a site: write it as https://servicedesk.example.be, without a path", c.PublicURL)
	}
	switch {
	case c.CertificateFile != "" && c.KeyFile == "":
		k.fail("console.key_file", "missing beside console.certificate_file: the key of the certificate, as PEM")
	case c.CertificateFile == "" && c.KeyFile != "":
		k.fail("console.certificate_file", "missing beside console.key_file: the certificate and its chain, as PEM")
	}
	for _, p := range c.TrustedProxies {
		if _, err := ParseNetwork(p); err != nil {
			k.fail("console.trusted_proxies", "%.60q is neither an address nor a network: write 10.0.0.7 or 10.0.0.0/24", p)
		}
	}
	if host, _, err := net.SplitHostPort(c.Listen); err == nil && c.CertificateFile == "" && !c.PlainHTTP && !isLoopback(host) {
		k.fail("console.listen", "%.60q is open to the network, and passwords would travel in plain HTTP: give certificate_file and key_file, listen on 127.0.0.1, "+
			"or set plain_http: true where a proxy with TLS stands before it", c.Listen)
	}
}

// ParseNetwork reads an address or a network.
func ParseNetwork(s string) (netip.Prefix, error) {
	if a, err := netip.ParseAddr(s); err == nil {
		return netip.PrefixFrom(a.Unmap(), a.Unmap().BitLen()), nil
	}
	return netip.ParsePrefix(s)
}

func (k *checker) server(section, host string, port int, mode TLSMode, what string) {
	key := func(name string) string { return section + "." + name }
	if k.required(key("host"), host, what) && !isHostName(host) {
		k.fail(key("host"), "%.60q is not a host name: write it bare, as mail.example.be; the port has its own key", host)
	}
	k.within(key("port"), port, 1, 65535)
	if k.oneOf(key("tls"), string(mode), "implicit", "starttls", "none") && mode == None && host != "" && !isLoopback(host) {
		k.fail(key("tls"), "none would send the password unprotected to %.60s: use implicit or starttls (none is for 127.0.0.1 only)", host)
	}
}

func (k *checker) required(key, value, what string) bool {
	if value == "" {
		k.fail(key, "missing: %s", what)
	}
	return value != ""
}

func (k *checker) oneOf(key, value string, words ...string) bool {
	ok := slices.Contains(words, value)
	if !ok {
		k.fail(key, "%.20q is not known: use %s or %s", value, strings.Join(words[:len(words)-1], ", "), words[len(words)-1])
	}
	return ok
}

func (k *checker) within(key string, n, low, high int) {
	if n < low || n > high {
		k.fail(key, "%d is out of range: use %d to %d", n, low, high)
	}
}

func (k *checker) duration(key string, d, low, high time.Duration) {
	if d < low || d > high {
		k.fail(key, "%v is out of range: use %v to %v", d, low, high)
	}
}

func (k *checker) listen(key, value string) {
	if !k.required(key, value, "address and port, 127.0.0.1:8080") {
		return
	}
	host, port, err := net.SplitHostPort(value)
	n, portErr := strconv.Atoi(port)
	if err != nil || portErr != nil || n < 0 || n > 65535 || host != "" && !isHostName(host) {
		k.fail(key, "%.60q is not an address with a port: write it as 127.0.0.1:8080 or [::1]:8080", value)
	}
}

// address wants one bare RFC 5321 mailbox with a dotted domain, as it goes into headers and envelopes.
func (k *checker) address(key, value string) {
	a, err := mail.ParseAddress(value)
	_, domain, _ := strings.Cut(value, "@")
	if err != nil || a.Name != "" || a.Address != value || !strings.Contains(domain, ".") || !isHostName(domain) {
		k.fail(key, "%.60q is not a mail address: write it bare, as servicedesk@example.be", value)
	}
}

// isHostName accepts a DNS name (RFC 1123 section 2.1), with underscores as seen inside companies, or an IP address.
func isHostName(s string) bool {
	if _, err := netip.ParseAddr(s); err == nil {
		return true
	}
	s = strings.TrimSuffix(s, ".")
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || strings.Trim(label, "-") != label || strings.ContainsFunc(label, notInName) {
			return false
		}
	}
	return len(s) <= 253
}

func notInName(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_'
}

func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && ip.Unmap().IsLoopback()
}

// warnValues lists values that can be meant, but mostly are not.
func (c *Config) warnValues() []string {
	var w []string
	odd := func(key string, port int, mode TLSMode, implicit, other int) {
		if port == implicit && mode == StartTLS {
			w = append(w, fmt.Sprintf("%s.port %d speaks TLS from the start mostly: tls: implicit belongs to it", key, port))
		}
		if port == other && mode == Implicit {
			w = append(w, fmt.Sprintf("%s.port %d starts without TLS mostly: tls: starttls belongs to it", key, port))
		}
	}
	odd("mailbox", c.Mailbox.Port, c.Mailbox.TLS, 993, 143)
	odd("smtp", c.SMTP.Port, c.SMTP.TLS, 465, 587)
	if host, _, err := net.SplitHostPort(c.Console.Listen); err == nil && !isLoopback(host) && c.Console.CertificateFile == "" {
		w = append(w, "console.plain_http: passwords reach this machine unprotected unless a proxy with TLS stands before it, and nothing else can reach the port")
	}
	return w
}
