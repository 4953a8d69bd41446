package workshop_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"iec-iab.be/servicedesk/internal/workshop"
)

// marked writes a comparison down: number of the left line | left ~ number of the right line | right, with [the words that differ].
func marked(lines []workshop.DiffLine) (out []string) {
	side := func(n int, pieces []workshop.Piece) string {
		s := ""
		for _, p := range pieces {
			if p.Marked {
				p.Text = "[" + p.Text + "]"
			}
			s += p.Text
		}
		return fmt.Sprintf("%d %s", n, s)
	}
	for _, l := range lines {
		between := " ~ "
		if l.Changed {
			between = " # "
		}
		out = append(out, side(l.LeftNumber, l.Left)+between+side(l.RightNumber, l.Right))
	}
	return out
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ name, a, b, want string }{
		{"nothing", "", "", ""},
		{"the same", "a\nb\n", "a\nb", "1 a ~ 1 a\n2 b ~ 2 b"},
		{"a word", "Beste Jan,\nx", "Geachte Jan,\nx", "1 [Beste] Jan, # 1 [Geachte] Jan,\n2 x ~ 2 x"},
		{"a field", "Beste {{.Member.FirstName}}!", "Beste {{.Member.LastName}}!", "1 Beste [{{.Member.FirstName}}]! # 1 Beste [{{.Member.LastName}}]!"},
		{"a line more", "a\nc", "a\nb\nc", "1 a ~ 1 a\n0  # 2 [b]\n2 c ~ 3 c"},
		{"a line less", "a\nb\nc", "a\nc", "1 a ~ 1 a\n2 [b] # 0 \n3 c ~ 2 c"},
		{"an empty line", "a\n\nc", "a\nc", "1 a ~ 1 a\n2  # 0 \n3 c ~ 2 c"},
		{"all", "", "a", "0  # 1 [a]"},
		{"accents", "Hélène est là", "Hélène était là", "1 Hélène [est] là # 1 Hélène [était] là"},
		{"line ends", "a\r\nb", "a\nb", "1 a ~ 1 a\n2 b ~ 2 b"},
		{"open braces", "{{ a", "{{ b", "1 {{ [a] # 1 {{ [b]"},
	} {
		if got := strings.Join(marked(workshop.Compare(c.a, c.b)), "\n"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// Whatever is compared, each side is there whole and in order, and unmarked words are on both sides.
func TestCompareLosesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var lines []string
		for range random.IntN(12) {
			var words []string
			for range random.IntN(5) {
				words = append(words, string(rune('a'+random.IntN(4))))
			}
			lines = append(lines, strings.Join(words, " "))
		}
		return strings.Join(lines, "\n")
	}
	for range 2000 {
		a, b := text(), text()
		checkSides(t, a, b)
	}
	checkSides(t, strings.Repeat("a\nb\n", 4000), strings.Repeat("b\nc\n", 4000)) // beyond the table
	checkSides(t, strings.Repeat("a b ", 2000), strings.Repeat("b c ", 2000))
}

func checkSides(t *testing.T, a, b string) {
	t.Helper()
	var left, right []string
	for _, l := range workshop.Compare(a, b) {
		same := [2]string{}
		for i, pieces := range [][]workshop.Piece{l.Left, l.Right} {
			line := ""
			for _, p := range pieces {
				line += p.Text
				if !p.Marked {
					same[i] += p.Text
				}
			}
			if i == 0 && l.LeftNumber > 0 {
				left = append(left, line)
			} else if i == 1 && l.RightNumber > 0 {
				right = append(right, line)
			}
		}
		if same[0] != same[1] || l.LeftNumber > 0 && l.LeftNumber != len(left) || l.RightNumber > 0 && l.RightNumber != len(right) {
			t.Fatalf("%q and %q: line %+v", a, b, l)
		}
	}
	for _, s := range []struct{ got, want string }{{strings.Join(left, "\n"), a}, {strings.Join(right, "\n"), b}} {
		if s.got != strings.TrimSuffix(s.want, "\n") {
			t.Fatalf("compared, %q is %q", s.want, s.got)
		}
	}
}
