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

// hidesCSS reports whether squeezed declarations make an element invisible.
func hidesCSS(style string) bool {
	if style == "" {
		return false
	}
	small, clipped := false, false
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
		case "font-size":
			if isNothing(value) || value == "1px" || value == "1pt" {
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
		case "overflow":
			clipped = value == "hidden"
		case "width", "height", "max-width", "max-height":
			small = small || isNothing(value)
		}
	}
	return small && clipped
}

// isNothing reports whether a length or number is zero, such as 0, 0px or 0.0%.
func isNothing(value string) bool {
	rest := strings.TrimLeft(value, "0.")
	return rest != value && strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz%") == ""
}

// hiddenStyles are the classes and identifiers that a style sheet of the mail hides, with their dot or hash.
type hiddenStyles map[string]bool

// read takes the simple rules of a style sheet. Rules inside @media hold for some screens only, and are left out.
func (h *hiddenStyles) read(sheet string) {
	sheet = squeezeCSS(sheet)
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
	if strings.HasPrefix(selector, "@") || !hidesCSS(body) {
		return
	}
	if *h == nil {
		*h = hiddenStyles{}
	}
	for name := range strings.SplitSeq(strings.TrimPrefix(selector, "<!--"), ",") {
		if _, simple, ok := strings.Cut(name, "."); ok && !strings.ContainsAny(simple, ".:>+~[#") {
			(*h)["."+simple] = true
		} else if strings.HasPrefix(name, "#") {
			(*h)[name] = true
		}
	}
}

func (h hiddenStyles) hide(t tag) bool {
	if len(h) == 0 {
		return false
	}
	for class := range strings.FieldsSeq(strings.ToLower(t.class)) {
		if h["."+class] {
			return true
		}
	}
	return t.id != "" && h["#"+strings.ToLower(t.id)]
}
