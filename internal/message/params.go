package message

import (
	"mime"
	"strconv"
	"strings"
)

// parseParams reads "value; name=value" (RFC 2045 section 5.1, RFC 2231), also where the standard library refuses it.
func parseParams(value string) (first string, params map[string]string) {
	if value == "" {
		return "", nil
	}
	if first, params, err := mime.ParseMediaType(value); err == nil {
		return first, params
	}
	first, rest, _ := strings.Cut(value, ";")
	first, _, _ = strings.Cut(strings.TrimSpace(first), " ")
	return strings.ToLower(first), looseParams(rest)
}

// looseParams reads "name=value; name=value" as it stands; of two of one name the first counts.
func looseParams(rest string) map[string]string {
	const most = 50
	params := map[string]string{}
	for rest != "" && len(params) < most {
		var item string
		name, after, ok := strings.Cut(rest, "=")
		if !ok {
			break
		}
		after = strings.TrimSpace(after)
		if strings.HasPrefix(after, `"`) {
			item, rest, _ = strings.Cut(after[1:], `"`)
			_, rest, _ = strings.Cut(rest, ";")
		} else {
			item, rest, _ = strings.Cut(after, ";")
		}
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := params[name]; !twice {
			params[name] = strings.TrimSpace(item)
		}
	}
	return params
}

// paramText returns a parameter as one clean line. value is the whole field: the standard library knows two charsets for parameters and
// drops the others.
func paramText(params map[string]string, value, name string) string {
	text := params[name]
	if strings.Contains(strings.ToLower(value), name+"*") {
		_, rest, _ := strings.Cut(value, ";")
		text = extendedParam(looseParams(rest), name)
	}
	return cleanLine(decodeWords(decodeUndeclared([]byte(text))))
}

// extendedParam puts a parameter together from its pieces "name*0*", "name*1" or "name*" (RFC 2231 sections 3 and 4).
func extendedParam(params map[string]string, name string) string {
	charset, whole := "", ""
	piece := func(key string) bool {
		item, coded := params[key+"*"]
		if !coded {
			item, ok := params[key]
			whole += item
			return ok
		}
		if set, rest, ok := strings.Cut(item, "'"); ok && charset == "" {
			charset = set
			if _, text, ok := strings.Cut(rest, "'"); ok {
				item = text
			}
		}
		whole += string(appendUnescaped(nil, []byte(item), '%'))
		return true
	}
	piece(name)
	for i := 0; piece(name + "*" + strconv.Itoa(i)); i++ {
	}
	text, _ := decodeCharset(charset, []byte(whole))
	return text
}
