package message

import (
	"errors"
	"slices"
)

// attached is an attachment with the way to its content. Nothing is decoded before somebody asks for it.
type attached struct {
	Attachment
	open func() []byte
}

func (w *walker) listed() (list []Attachment) {
	for _, a := range w.attachments {
		list = append(list, a.Attachment)
	}
	return list
}

// ErrNoAttachment is returned for the number of an attachment that a mail does not have.
var ErrNoAttachment = errors.New("the mail has no such attachment")

// OpenAttachment returns the decoded content of the n-th attachment of a mail, as Message.Attachments of Parse numbers them from 0. The
// content is what a stranger sent: it must only ever be handed out as a download. Its length is bounded by that of raw, it shares no memory
// with raw, and no input makes OpenAttachment panic.
func OpenAttachment(raw []byte, n int) (content []byte, a Attachment, err error) {
	defer func() {
		if recover() != nil {
			content, a, err = nil, Attachment{}, ErrNoAttachment
		}
	}()
	return openAttachment(raw, n)
}

func openAttachment(raw []byte, n int) ([]byte, Attachment, error) {
	note := &problems{}
	h, body := readHeader(plainLineEnds(raw), note)
	w := &walker{note: note, budget: maxText}
	w.walk(newPart(h, body, ""), 0, true)
	if n < 0 || n >= len(w.attachments) {
		return nil, Attachment{}, ErrNoAttachment
	}
	found := w.attachments[n]
	return slices.Clone(found.open()), found.Attachment, nil
}
