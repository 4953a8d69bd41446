// Package config reads the YAML file that configures the servicedesk. Unknown keys are refused with their line, everything
// that is wrong is reported at once, and secrets stand in files of their own. config.example.yaml is the manual of all keys.
package config

import (
	"log/slog"
	"net"
	"strings"
	"time"
)

// Config is the whole file. Paths are absolute once it is parsed; addresses are lower case.
type Config struct {
	Desk      Desk      `yaml:"desk"`
	Mailbox   Mailbox   `yaml:"mailbox"`
	SMTP      SMTP      `yaml:"smtp"`
	Database  Database  `yaml:"database"`
	Console   Console   `yaml:"console"`
	Templates Templates `yaml:"templates"`
	Log       Log       `yaml:"log"`

	warnings []string
	lines    map[string]int // key path to line, so that Validate can point at it
}

// Desk is who we are, and how much is answered without a person.
type Desk struct {
	Address                 string   `yaml:"address"`                    // From of what we send; required
	Name                    string   `yaml:"name"`                       // display name beside the address
	Language                string   `yaml:"language"`                   // nl, fr, en or de: where a mail shows none
	Phone                   string   `yaml:"phone"`                      // for the signature; empty: left out
	Website                 string   `yaml:"website"`                    // for the signature; empty: left out
	OwnAddresses            []string `yaml:"own_addresses"`              // further addresses whose mail is our own
	Acknowledge             bool     `yaml:"acknowledge"`                // mail `received` for a complete request
	AutomaticAnswersPerDay  int      `yaml:"automatic_answers_per_day"`  // for one address; 0: none at all
	AutomaticAnswersPerHour int      `yaml:"automatic_answers_per_hour"` // for everybody together; 0: none at all
	QuestionsPerTicket      int      `yaml:"questions_per_ticket"`       // automatic requests for missing data; 0: none
}

// Mailbox is the IMAP folder that is watched.
type Mailbox struct {
	Host           string        `yaml:"host"`
	Port           int           `yaml:"port"` // 993 with implicit TLS, else 143
	TLS            TLSMode       `yaml:"tls"`
	CAFile         string        `yaml:"ca_file"` // PEM, trusted besides the system's; empty: none
	Username       string        `yaml:"username"`
	PasswordFile   string        `yaml:"password_file"`
	Folder         string        `yaml:"folder"`
	HandledFolder  string        `yaml:"handled_folder"` // empty: nothing is moved
	PollInterval   time.Duration `yaml:"poll_interval"`
	AuthservID     string        `yaml:"authserv_id"` // whose Authentication-Results count (RFC 8601); empty: nobody's
	MaxMessageSize Size          `yaml:"max_message_size"`
}

// SMTP is the submission server that takes our mail.
type SMTP struct {
	Host         string        `yaml:"host"`
	Port         int           `yaml:"port"` // 465 with implicit TLS, else 587
	TLS          TLSMode       `yaml:"tls"`
	CAFile       string        `yaml:"ca_file"`
	Username     string        `yaml:"username"`      // empty, with PasswordFile: no AUTH
	PasswordFile string        `yaml:"password_file"` // see ReadSecret
	HelloName    string        `yaml:"hello_name"`    // empty: the name of this machine
	GiveUpAfter  time.Duration `yaml:"give_up_after"`
}

// Database is the one file of data, and the key that seals national numbers in it.
type Database struct {
	Path    string `yaml:"path"`
	KeyFile string `yaml:"key_file"`
}

// Console is where staff work.
type Console struct {
	Listen          string   `yaml:"listen"`           // host:port
	PublicURL       string   `yaml:"public_url"`       // as staff type it, for the links that are mailed to them; empty: it follows from Listen
	CertificateFile string   `yaml:"certificate_file"` // PEM, with KeyFile: the console speaks TLS itself
	KeyFile         string   `yaml:"key_file"`
	TrustedProxies  []string `yaml:"trusted_proxies"` // addresses or networks whose X-Forwarded-For counts
	PlainHTTP       bool     `yaml:"plain_http"`      // allows Listen beyond loopback without TLS, for a proxy that speaks it
}

// URL is the address of the console as staff reach it, without a slash at the end. listening is where it really listens, for a Listen
// with port 0.
func (c Console) URL(listening string) string {
	if c.PublicURL != "" {
		return strings.TrimSuffix(c.PublicURL, "/")
	}
	scheme := "http"
	if c.CertificateFile != "" {
		scheme = "https"
	}
	if host, port, err := net.SplitHostPort(listening); err == nil && (host == "" || net.ParseIP(host).IsUnspecified()) {
		listening = net.JoinHostPort("127.0.0.1", port)
	}
	return scheme + "://" + listening
}

// Templates is where reply templates of the house stand.
type Templates struct {
	Folder       string   `yaml:"folder"`        // files here shadow the built-in ones of the same name; empty: only the built-in ones
	AllowedHosts []string `yaml:"allowed_hosts"` // where a link in a reply may lead, besides desk.website; empty: the sites of the Institute
}

// Log is what the program tells of its work.
type Log struct {
	Level  string `yaml:"level"`  // debug, info, warn or error
	Format string `yaml:"format"` // auto (text on a terminal, else JSON), text or json
}

// Slog returns the level for log/slog.
func (l Log) Slog() slog.Level {
	var level slog.Level
	if level.UnmarshalText([]byte(l.Level)) != nil {
		return slog.LevelInfo
	}
	return level
}

// TLSMode is how a connection is protected.
type TLSMode string

// The modes. None is for loopback only.
const (
	Implicit TLSMode = "implicit" // TLS from the first octet
	StartTLS TLSMode = "starttls" // asked for before anything else; never given up on
	None     TLSMode = "none"
)

// Default returns what holds for every key that the file does not have, but for the ports, which follow from tls, and for
// database paths, which are relative to the file.
func Default() *Config {
	return &Config{
		Desk: Desk{Name: "Servicedesk", Language: "nl", AutomaticAnswersPerDay: 3, AutomaticAnswersPerHour: 300, QuestionsPerTicket: 2},
		Mailbox: Mailbox{TLS: Implicit, Folder: "INBOX", PollInterval: time.Minute,
			MaxMessageSize: 10 << 20},
		SMTP:     SMTP{TLS: StartTLS, GiveUpAfter: 96 * time.Hour},
		Database: Database{Path: "servicedesk.db", KeyFile: "servicedesk.key"},
		Console:  Console{Listen: "127.0.0.1:8080"},
		Log:      Log{Level: "info", Format: "auto"},
	}
}

// Warnings lists what works but should not stay so, one line each. Load fills it.
func (c *Config) Warnings() []string { return c.warnings }

func (c *Config) defaultPorts() {
	if c.Mailbox.Port == 0 && c.lines["mailbox.port"] == 0 {
		c.Mailbox.Port = portOf(c.Mailbox.TLS, 993, 143)
	}
	if c.SMTP.Port == 0 && c.lines["smtp.port"] == 0 {
		c.SMTP.Port = portOf(c.SMTP.TLS, 465, 587)
	}
}

func portOf(mode TLSMode, implicit, other int) int {
	if mode == Implicit {
		return implicit
	}
	return other
}
