package message

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rgb is a colour, or what is known instead.
type rgb int32

const (
	colourUnset   rgb = -1
	colourUnknown rgb = -2 // a picture, a gradient, a name that few use
	colourWhite   rgb = 0xffffff
)

// textSize is a font size as far as it matters.
type textSize int8

const (
	sizeUnset textSize = iota
	sizeNothing
	sizeReadable
)

// paint is what an element does to the colours and the size of its text.
type paint struct {
	name        string
	depth       int // of its namesakes inside it
	color, back rgb
	size        textSize
}

// paints are the open elements that set colours or sizes, the innermost last. They tell what is drawn white on white, or too small to be seen.
type paints struct {
	stack  []paint
	styled bool // a style sheet sets backgrounds: nobody knows what is behind a text
	hidden bool
}

// Deeper painting is not followed.
const maxPaints = 64

// open notes a start tag.
func (p *paints) open(t tag, styled bool) {
	p.styled = styled
	if isVoid(t.name) {
		return
	}
	if t.name == "p" {
		p.close("p") // a paragraph ends the one before
	}
	n := paintOf(t)
	if n.color == colourUnset && n.back == colourUnset && n.size == sizeUnset {
		for i := len(p.stack) - 1; i >= 0; i-- {
			if p.stack[i].name == t.name {
				p.stack[i].depth++
				break
			}
		}
		return
	}
	if len(p.stack) >= maxPaints {
		return
	}
	p.stack = append(p.stack, n)
	p.judge()
}

func (p *paints) close(name string) {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].name != name {
			continue
		}
		if p.stack[i].depth > 0 {
			p.stack[i].depth--
			return
		}
		p.stack = p.stack[:i]
		p.judge()
		return
	}
}

// judge works out what the open elements come to.
func (p *paints) judge() {
	color, back, size := colourUnset, colourWhite, sizeUnset
	if p.styled {
		back = colourUnknown
	}
	for _, n := range p.stack {
		if n.color != colourUnset {
			color = n.color
		}
		if n.back != colourUnset {
			back = n.back
		}
		if n.size != sizeUnset {
			size = n.size
		}
	}
	p.hidden = size == sizeNothing || color >= 0 && back >= 0 && isNear(color, back)
}

// isNear reports whether nobody can tell two colours apart.
func isNear(a, b rgb) bool {
	const least = 10
	for shift := 0; shift <= 16; shift += 8 {
		if d := (a>>shift)&0xff - (b>>shift)&0xff; d > least || d < -least {
			return false
		}
	}
	return true
}

func paintOf(t tag) paint {
	p := paint{name: t.name, color: colourUnset, back: colourUnset, size: sizeOf(t.style)}
	if t.color != "" && t.name == "font" {
		p.color = colourOf(t.color)
	}
	if t.back != "" {
		p.back = colourOf(t.back)
	}
	for declaration := range strings.SplitSeq(t.style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSuffix(value, "!important")
		switch name {
		case "color":
			p.color = colourOf(value)
		case "background", "background-color", "background-image":
			if c := colourOf(value); c != colourUnset {
				p.back = c
			}
		}
	}
	return p
}

// sizeOf reads the font size of squeezed declarations. Sizes in em and percent are of that outside, and nothing stays nothing.
func sizeOf(style string) textSize {
	size := sizeUnset
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		if name != "font-size" {
			continue
		}
		value = strings.TrimSuffix(value, "!important")
		switch {
		case isNothing(value), value == "1px", value == "1pt":
			size = sizeNothing
		case strings.HasSuffix(value, "em") && !strings.HasSuffix(value, "rem"), strings.HasSuffix(value, "%"), value == "inherit", value == "smaller", value == "larger":
		default:
			size = sizeReadable
		}
	}
	return size
}

// colourOf reads a colour of CSS or of an attribute.
func colourOf(value string) rgb {
	value = strings.ToLower(strings.TrimSpace(value))
	switch value {
	case "white", "snow", "#fff":
		return colourWhite
	case "black", "windowtext", "#000":
		return 0
	case "", "inherit", "initial", "auto", "currentcolor", "none", "transparent", "unset":
		return colourUnset
	}
	if inner, ok := strings.CutPrefix(value, "rgb"); ok {
		return colourOfParts(strings.Trim(inner, "a()"))
	}
	digits := strings.TrimPrefix(value, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	if n, err := strconv.ParseUint(digits, 16, 32); err == nil && len(digits) == 6 {
		return rgb(n)
	}
	return colourUnknown
}

// colourOfParts reads "255,255,255" and "0,0,0,0.5".
func colourOfParts(s string) rgb {
	parts := strings.Split(s, ",")
	if len(parts) < 3 || len(parts) == 4 && isNothing(parts[3]) {
		return colourUnset
	}
	c := rgb(0)
	for _, part := range parts[:3] {
		n, err := strconv.ParseUint(part, 10, 8)
		if err != nil {
			return colourUnknown
		}
		c = c<<8 | rgb(n)
	}
	return c
}

// holdsWord reports whether something is said in raw.
func holdsWord(raw []byte) bool {
	for len(raw) > 0 {
		c, size := utf8.DecodeRune(raw)
		if unicode.IsLetter(c) && c < 0x3000 || unicode.IsDigit(c) {
			return true
		}
		raw = raw[size:]
	}
	return false
}
