package message

import "strings"

// squeezeCSS makes declarations comparable: lower case, without blanks and comments.
func squeezeCSS(style string) string {
	const maxStyle = 64 << 10
	style = strings.ToLower(style[:min(len(style), maxStyle)])
	for range 20 {
		before, after, ok := strings.Cut(style, "/*")
		if !ok {
			break
		}
		_, after, _ = strings.Cut(after, "*/")
		style = before + after
	}
	return strings.Join(strings.Fields(style), "")
}

// hidesCSS reports whether squeezed declarations make an element invisible, with all that is in it.
func hidesCSS(style string) bool {
	if style == "" {
		return false
	}
	small, clipped, loose, away := false, false, false, false
	ink, paper := "", ""
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSuffix(value, "!important")
		switch name {
		case "display":
			if value == "none" {
				return true
			}
		case "visibility":
			if value == "hidden" || value == "collapse" {
				return true
			}
		case "mso-hide":
			if value == "all" {
				return true
			}
		case "opacity":
			if isNothing(value) {
				return true
			}
		case "color":
			if value == "transparent" {
				return true
			}
			ink = plainColour(value)
		case "background-color", "background":
			paper = plainColour(value)
		case "transform":
			if strings.HasPrefix(value, "scale(0)") {
				return true
			}
		case "clip":
			clipped, small = clipped || strings.HasPrefix(value, "rect(0"), small || strings.HasPrefix(value, "rect(0")
		case "position":
			loose = value == "absolute" || value == "fixed"
		case "left", "top", "text-indent", "margin-left":
			away = away || isFarAway(value)
			loose = loose || name == "text-indent" && isFarAway(value)
		case "overflow":
			clipped = clipped || value == "hidden"
		case "width", "height", "max-width", "max-height":
			small = small || isNothing(value)
		}
	}
	return small && clipped || loose && away || ink != "" && ink == paper
}

// isFarAway reports whether a length sets something outside any screen, such as -9999px.
func isFarAway(value string) bool {
	digits, negative := strings.CutPrefix(value, "-")
	digits = strings.TrimRight(digits, "abcdefghijklmnopqrstuvwxyz%")
	digits, _, _ = strings.Cut(digits, ".")
	return negative && len(digits) >= 3 && strings.Trim(digits, "0123456789") == ""
}

// isStruck tells the elements that strike words out: their writer took them back.
func isStruck(t tag) bool {
	return t.name == "del" || t.name == "s" || t.name == "strike" || strings.Contains(t.style, "text-decoration:line-through")
}

// plainColour gives one form to the spellings of white and black and to short hexadecimal ones, so that text in the colour of what is
// behind it is seen to be hidden.
func plainColour(value string) string {
	switch value {
	case "white", "rgb(255,255,255)":
		return "#ffffff"
	case "black", "rgb(0,0,0)":
		return "#000000"
	}
	if len(value) == 4 && value[0] == '#' {
		return "#" + value[1:2] + value[1:2] + value[2:3] + value[2:3] + value[3:] + value[3:]
	}
	return value
}

// isNothing reports whether a length or number is zero, such as 0, 0px or 0.0%.
func isNothing(value string) bool {
	rest := strings.TrimLeft(value, "0.")
	return rest != value && strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz%") == ""
}

// hiddenStyles are the classes and identifiers that a style sheet of the mail hides, with their dot or hash.
type hiddenStyles struct {
	names   map[string]bool
	colours bool // it sets backgrounds too, which are not followed
}

// read takes the simple rules of a style sheet. Rules inside @media hold for some screens only, and are left out.
func (h *hiddenStyles) read(sheet string) {
	sheet = squeezeCSS(sheet)
	h.colours = h.colours || strings.Contains(sheet, "background")
	depth, start, selector := 0, 0, ""
	for i := range len(sheet) {
		switch sheet[i] {
		case '{':
			if depth++; depth == 1 {
				selector = sheet[start:i]
				start = i + 1
			}
		case '}':
			if depth = max(0, depth-1); depth == 0 {
				h.add(selector, sheet[start:i])
				start = i + 1
			}
		}
	}
}

func (h *hiddenStyles) add(selector, body string) {
	if strings.HasPrefix(selector, "@") || !hidesCSS(body) && sizeOf(body) != sizeNothing {
		return
	}
	if h.names == nil {
		h.names = map[string]bool{}
	}
	for name := range strings.SplitSeq(strings.TrimPrefix(selector, "<!--"), ",") {
		if _, simple, ok := strings.Cut(name, "."); ok && !strings.ContainsAny(simple, ".:>+~[#") {
			h.names["."+simple] = true
		} else if strings.HasPrefix(name, "#") {
			h.names[name] = true
		}
	}
}

func (h hiddenStyles) hide(t tag) bool {
	if len(h.names) == 0 {
		return false
	}
	for class := range strings.FieldsSeq(strings.ToLower(t.class)) {
		if h.names["."+class] {
			return true
		}
	}
	return t.id != "" && h.names["#"+strings.ToLower(t.id)]
}
