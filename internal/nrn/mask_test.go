package nrn

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
)

// nestings holds a number in every position that a caller may think of.
func nestings(n Number) map[string]any {
	type exported struct{ Number Number }
	type unexported struct{ number Number }
	type pointer struct{ number *Number }
	type embedded struct{ Number }
	type deep struct {
		A []unexported
		b map[string]unexported
		c any
		d [1]*unexported
		e map[Number]Number
	}
	u := unexported{n}
	return map[string]any{
		"value": n, "pointer": &n, "exported": exported{n}, "pointer to exported": &exported{n}, "unexported": u, "pointer to unexported": &u,
		"pointer field": pointer{&n}, "embedded": embedded{n}, "slice": []Number{n}, "slice of pointers": []*Number{&n},
		"array": [1]Number{n}, "map": map[string]Number{"a": n}, "map key": map[Number]int{n: 1}, "any": []any{n, &n, u},
		"deep": deep{[]unexported{u}, map[string]unexported{"a": u}, u, [1]*unexported{&u}, map[Number]Number{n: n}},
	}
}

// leaks reports whether out shows the secret part of the digits in any of the forms that an encoder may choose.
func leaks(out, digits string) bool {
	serial := digits[6:9] + digits[9:]
	plain := strings.Map(func(c rune) rune {
		if c == '.' || c == '-' || c == ' ' {
			return -1
		}
		return c
	}, out)
	return strings.Contains(plain, serial) || strings.Contains(strings.ToLower(out), fmt.Sprintf("%x", serial)) ||
		strings.Contains(out, fmt.Sprint([]byte(serial))[1:10])
}

func TestR7NoVerbShowsTheDigits(t *testing.T) {
	n := mustParse(t, "85.07.30-033.28")
	for name, v := range nestings(n) {
		for _, verb := range []string{
			"%v", "%+v", "%#v", "%s", "%d", "%x", "%X", "%q", "% x", "%#x", "%o", "%c", "%U", "%t", "%e", "%b", "%p", "%20s", "%-20v", "%.3s", "%w", "%!", "%T",
		} {
			if out := fmt.Sprintf(verb, v); leaks(out, n.Reveal()) {
				t.Errorf("%s of %s: %s", verb, name, out)
			}
		}
		if out := fmt.Sprintln(v) + fmt.Sprint(v, v) + fmt.Errorf("x: %v", v).Error(); leaks(out, n.Reveal()) {
			t.Errorf("Sprint of %s: %s", name, out)
		}
	}
}

func TestR7NoLoggerShowsTheDigits(t *testing.T) {
	n := mustParse(t, "85.07.30-033.28")
	timeless := &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			return slog.Attr{} // its fraction of a second can hold any digits
		}
		return a
	}}
	handlers := map[string]func(io.Writer) slog.Handler{
		"text": func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, timeless) },
		"json": func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, timeless) },
	}
	for kind, handler := range handlers {
		for name, v := range nestings(n) {
			var buf bytes.Buffer
			log := slog.New(handler(&buf)).With("with", v)
			log.Info("message", "value", v, slog.Group("group", "inner", v))
			if buf.Len() == 0 || leaks(buf.String(), n.Reveal()) {
				t.Errorf("slog %s of %s: %s", kind, name, buf.String())
			}
		}
	}
}

func TestR7NoEncoderShowsTheDigits(t *testing.T) {
	n := mustParse(t, "85.07.30-033.28")
	for name, v := range nestings(n) {
		out, err := json.Marshal(v)
		if err != nil {
			t.Errorf("json of %s: %v", name, err)
		}
		if leaks(string(out), n.Reveal()) {
			t.Errorf("json of %s: %s", name, out)
		}
	}
	out, err := xml.Marshal(n)
	if err != nil || leaks(string(out), n.Reveal()) {
		t.Errorf("xml: %s, %v", out, err)
	}
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(struct{ N Number }{n}); err == nil || leaks(buf.String()+err.Error(), n.Reveal()) {
		t.Errorf("gob must refuse a type without exported fields: %q, %v", buf.String(), err)
	}
}

func TestMasked(t *testing.T) {
	n := mustParse(t, "85073003328")
	const want = "85.07.30-***.**"
	type pair struct {
		N Number
		M map[Number]int
	}
	out, err := json.Marshal(pair{n, map[Number]int{n: 1}})
	if err != nil {
		t.Fatal(err)
	}
	none, err := json.Marshal(Number{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := n.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	for got, want := range map[string]string{
		n.Masked(): want, n.String(): want, fmt.Sprint(n): want, fmt.Sprintf("%x", n): want, fmt.Sprintf("%q", n): `"` + want + `"`,
		n.GoString(): "nrn.Number(" + want + ")", fmt.Sprintf("%#v", n): "nrn.Number(" + want + ")", n.LogValue().String(): want,
		string(out): `{"N":"` + want + `","M":{"` + want + `":1}}`, string(text): want,
		string(none): "null", fmt.Sprint(Number{}): "", Number{}.Masked(): "",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestErrorsDoNotRepeatTheInput(t *testing.T) {
	for _, s := range []string{"85.07.30-033.29", "85.07.30-033.2", "85073003328x"} {
		_, err := Parse(s, today)
		if err == nil || strings.Contains(err.Error(), "033") || strings.Contains(err.Error(), "85") {
			t.Errorf("error %v", err)
		}
	}
}
