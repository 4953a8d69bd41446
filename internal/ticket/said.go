package ticket

import "fmt"

// Said is a sentence for staff that can be said in their own language: the English format is the key of the catalogue (package
// locale), and Args are what stands in it.
type Said struct {
	Format string `json:"format"`
	Args   []Arg  `json:"args,omitempty"`
}

// Arg is one thing in a sentence: words that are the same in every language (a name, an address, a Ref), or a phrase that is said in
// the language of the reader too.
type Arg struct {
	Text   string `json:"text,omitempty"`
	Phrase *Said  `json:"phrase,omitempty"`
}

// String says it in English.
func (s Said) String() string {
	if len(s.Args) == 0 {
		return s.Format
	}
	args := make([]any, len(s.Args))
	for i, a := range s.Args {
		args[i] = a.String()
	}
	return fmt.Sprintf(s.Format, args...)
}

// String says it in English.
func (a Arg) String() string {
	if a.Phrase != nil {
		return a.Phrase.String()
	}
	return a.Text
}
