package config

import (
	"strings"
	"testing"
)

func TestValidate(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*Config)
		want  string // what the only problem is about; empty: none
	}{
		{"good", func(c *Config) {}, ""},
		{"no address", func(c *Config) { c.Desk.Address = "" }, "desk.address: missing"},
		{"address with a name", func(c *Config) { c.Desk.Address = "Desk <desk@example.be>" }, "desk.address: "},
		{"address in brackets", func(c *Config) { c.Desk.Address = "<desk@example.be>" }, "desk.address: "},
		{"address without a dot", func(c *Config) { c.Desk.Address = "desk@example" }, "desk.address: "},
		{"two addresses", func(c *Config) { c.Desk.Address = "a@example.be, b@example.be" }, "desk.address: "},
		{"address of a literal", func(c *Config) { c.Desk.Address = "a@[127.0.0.1]" }, "desk.address: "},
		{"own address", func(c *Config) { c.Desk.OwnAddresses = []string{"ok@example.be", "x"} }, "desk.own_addresses: "},
		{"no name", func(c *Config) { c.Desk.Name = "" }, "desk.name: missing"},
		{"website", func(c *Config) { c.Desk.Website = "https://www.example.be/x" }, ""},
		{"website without scheme", func(c *Config) { c.Desk.Website = "www.example.be" }, "desk.website: "},
		{"website that is a script", func(c *Config) { c.Desk.Website = "javascript:alert(1)" }, "desk.website: "},
		{"no automatic answers", func(c *Config) { c.Desk.AutomaticAnswersPerDay = 0 }, ""},
		{"negative", func(c *Config) { c.Desk.AutomaticAnswersPerDay = -1 }, "desk.automatic_answers_per_day: "},
		{"many questions", func(c *Config) { c.Desk.QuestionsPerTicket = 11 }, "desk.questions_per_ticket: "},
		{"none on loopback", func(c *Config) { c.Mailbox.TLS, c.Mailbox.Host = None, "127.0.0.1" }, ""},
		{"none on loopback, v6", func(c *Config) { c.Mailbox.TLS, c.Mailbox.Host = None, "::1" }, ""},
		{"none on loopback, mapped", func(c *Config) { c.Mailbox.TLS, c.Mailbox.Host = None, "::ffff:127.0.0.1" }, ""},
		{"none on localhost", func(c *Config) { c.SMTP.TLS, c.SMTP.Host = None, "localhost" }, ""},
		{"none elsewhere", func(c *Config) { c.Mailbox.TLS = None }, "mailbox.tls: "},
		{"none on a lookalike", func(c *Config) { c.SMTP.TLS, c.SMTP.Host = None, "localhost.example.be" }, "smtp.tls: "},
		{"none on all addresses", func(c *Config) { c.SMTP.TLS, c.SMTP.Host = None, "0.0.0.0" }, "smtp.tls: "},
		{"host with a port", func(c *Config) { c.SMTP.Host = "mail.example.be:25" }, "smtp.host: "},
		{"host with a space", func(c *Config) { c.SMTP.Host = "mail example" }, "smtp.host: "},
		{"IPv6 host", func(c *Config) { c.SMTP.Host = "2001:db8::1" }, ""},
		{"same folder", func(c *Config) { c.Mailbox.HandledFolder = "inbox" }, "mailbox.handled_folder: "},
		{"case of other folders counts", func(c *Config) { c.Mailbox.Folder, c.Mailbox.HandledFolder = "desk", "Desk" }, ""},
		{"authserv_id", func(c *Config) { c.Mailbox.AuthservID = "mail.example.be; spf=pass" }, "mailbox.authserv_id: "},
		{"small messages", func(c *Config) { c.Mailbox.MaxMessageSize = 1 << 10 }, "mailbox.max_message_size: 1KiB"},
		{"poll", func(c *Config) { c.Mailbox.PollInterval = 0 }, "mailbox.poll_interval: "},
		{"no AUTH", func(c *Config) { c.SMTP.Username, c.SMTP.PasswordFile = "", "" }, ""},
		{"half AUTH", func(c *Config) { c.SMTP.Username = "" }, "smtp.username: "},
		{"hello address", func(c *Config) { c.SMTP.HelloName = "[192.0.2.1]" }, ""},
		{"hello with a space", func(c *Config) { c.SMTP.HelloName = "x\ry" }, "smtp.hello_name: "},
		{"give up at once", func(c *Config) { c.SMTP.GiveUpAfter = 0 }, "smtp.give_up_after: "},
		{"no database", func(c *Config) { c.Database.Path = "" }, "database.path: missing"},
		{"key in the database", func(c *Config) { c.Database.KeyFile = c.Database.Path }, "database.key_file: "},
		{"listen on any port", func(c *Config) { c.Console.Listen = "[::1]:0" }, ""},
		{"listen everywhere without TLS", func(c *Config) { c.Console.Listen = ":8080" }, "console.listen: "},
		{"listen everywhere behind a proxy", func(c *Config) { c.Console.Listen, c.Console.PlainHTTP = ":8080", true }, ""},
		{"listen everywhere with TLS", func(c *Config) {
			c.Console.Listen, c.Console.CertificateFile, c.Console.KeyFile = ":443", "a.crt", "a.key"
		}, ""},
		{"a certificate without its key", func(c *Config) { c.Console.CertificateFile = "a.crt" }, "console.key_file: "},
		{"a key without its certificate", func(c *Config) { c.Console.KeyFile = "a.key" }, "console.certificate_file: "},
		{"a public URL", func(c *Config) { c.Console.PublicURL = "https://desk.example.be/" }, ""},
		{"a public URL with a path", func(c *Config) { c.Console.PublicURL = "https://desk.example.be/desk" }, "console.public_url: "},
		{"a public URL without scheme", func(c *Config) { c.Console.PublicURL = "desk.example.be" }, "console.public_url: "},
		{"hosts of links", func(c *Config) { c.Templates.AllowedHosts = []string{"www.example.be"} }, ""},
		{"a URL as a host of links", func(c *Config) { c.Templates.AllowedHosts = []string{"https://www.example.be"} }, "templates.allowed_hosts: "},
		{"proxies", func(c *Config) { c.Console.TrustedProxies = []string{"10.0.0.7", "fd00::/8"} }, ""},
		{"a proxy by name", func(c *Config) { c.Console.TrustedProxies = []string{"proxy.example.be"} }, "console.trusted_proxies: "},
		{"listen without port", func(c *Config) { c.Console.Listen = "127.0.0.1" }, "console.listen: "},
		{"listen on a name of a port", func(c *Config) { c.Console.Listen = "127.0.0.1:http" }, "console.listen: "},
		{"no listen", func(c *Config) { c.Console.Listen = "" }, "console.listen: missing"},
		{"format", func(c *Config) { c.Log.Format = "xml" }, "log.format: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := mustParse(t, smallest)
			c.lines = nil
			tt.spoil(c)
			err := c.Validate()
			switch {
			case tt.want == "" && err != nil:
				t.Error(err)
			case tt.want != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.want) || strings.Contains(err.Error(), "\n")):
				t.Errorf("error %v, want %q and no other", err, tt.want)
			}
		})
	}
}

func TestDefaultMissesTheRequiredOnly(t *testing.T) {
	c := Default()
	c.defaultPorts()
	for _, p := range c.problems() {
		if !strings.HasPrefix(p.Text, "missing") {
			t.Errorf("%v", p)
		}
	}
}

func TestParseSize(t *testing.T) {
	tests := []struct {
		text string
		want Size
	}{
		{"10MiB", 10 << 20}, {"10 mib", 10 << 20}, {"64KiB", 64 << 10}, {"1GiB", 1 << 30}, {"1MB", 1e6}, {"5kB", 5000}, {"7B", 7},
		{"0B", 0},
		{"", -1}, {"10", -1}, {"10M", -1}, {"1.5MiB", -1}, {"-1MiB", -1}, {"9223372036854775807GiB", -1}, {"MiB", -1}, {"0x1B", -1},
	}
	for _, tt := range tests {
		got, err := ParseSize(tt.text)
		if err != nil {
			got = -1
		}
		if got != tt.want {
			t.Errorf("%q: %d, want %d (%v)", tt.text, got, tt.want, err)
		}
	}
}

func FuzzParseSize(f *testing.F) {
	for _, s := range []string{"10MiB", "1GB", "0B", "8EiB", "1 B"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := ParseSize(text)
		if err != nil {
			return
		}
		if again, err := ParseSize(n.String()); n < 0 || again != n || err != nil {
			t.Errorf("%q: %d, written %v, read again %d, %v", text, n, n, again, err)
		}
	})
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{{"host", "host", 0}, {"hots", "host", 1}, {"hst", "host", 1}, {"", "tls", 3}, {"passwordfile", "password_file", 1}, {"kitten", "sitting", 3}}
	for _, tt := range tests {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, %s: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestConsoleURL(t *testing.T) {
	for _, c := range []struct {
		console           Console
		listening, expect string
	}{
		{Console{}, "127.0.0.1:8080", "http://127.0.0.1:8080"},
		{Console{}, "[::]:8080", "http://127.0.0.1:8080"},
		{Console{CertificateFile: "a.crt"}, "10.0.0.7:443", "https://10.0.0.7:443"},
		{Console{PublicURL: "https://desk.example.be/"}, "127.0.0.1:8080", "https://desk.example.be"},
	} {
		if got := c.console.URL(c.listening); got != c.expect {
			t.Errorf("%+v: %s", c.console, got)
		}
	}
}
