package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/nrn"
	"iec-iab.be/servicedesk/internal/ticket"
)

type mailView struct {
	Name, Address, Subject, ReplyTo                       string
	ReceivedAt                                            time.Time
	Unreadable, Text, AltText, Quoted, Forwarded, RawPath string
	Files                                                 []fileView
}

type fileView struct{ Name, Type, Size, Path string }

// fillMails shows the mails, the newest first. Everything in them is a stranger's words: text, never markup; numbers are masked.
func (r *request) fillMails(p *ticketPage) {
	for i := len(p.view.Mails) - 1; i >= 0; i-- {
		p.Mails = append(p.Mails, r.mail(p.Ticket.Ref, p.view.Mails[i]))
	}
}

func (r *request) mail(ref ticket.Ref, m desk.Received) mailView {
	msg, from := m.Message, m.Sender()
	v := mailView{
		Name: nrn.Redact(from.Name), Address: nrn.Redact(m.SentFrom()), Subject: nrn.Redact(msg.Subject), ReceivedAt: m.ReceivedAt,
		Text: nrn.Redact(msg.Text), AltText: nrn.Redact(msg.AltText), Quoted: nrn.Redact(msg.Quoted),
	}
	if msg.Unreadable {
		v.Unreadable = r.T("This mail could not be read.")
	}
	for _, a := range msg.ReplyTo {
		if a.Addr != from.Addr {
			v.ReplyTo = nrn.Redact(a.AsWritten())
			break
		}
	}
	if f := msg.Forwarded; f != nil {
		v.Forwarded = nrn.Redact(strings.TrimSpace(f.From.Name + " <" + f.From.AsWritten() + ">\n" + f.Subject + "\n\n" + f.Text))
	}
	if m.Left {
		v.Address, v.Unreadable = nrn.Redact(m.From), r.T("This ticket has too many mails for one page. Download this one to read it.")
	}
	path := "/tickets/" + string(ref) + "/mails/" + strconv.FormatInt(m.ID, 10)
	may := r.who.Roles.Can(ticket.MayDecide)
	if may {
		v.RawPath = path
	}
	for i, a := range msg.Attachments {
		f := fileView{Name: nrn.Redact(a.Name), Type: a.Type, Size: r.Size(a.Size)}
		if f.Name == "" {
			f.Name = r.T("file without a name")
		}
		if may {
			f.Path = path + "/files/" + strconv.Itoa(i)
		}
		v.Files = append(v.Files, f)
	}
	return v
}

func (r *request) mailID() (int64, error) {
	id, err := strconv.ParseInt(r.PathValue("mail"), 10, 64)
	if err != nil {
		return 0, errors.Join(ticket.ErrNotFound, err)
	}
	return id, nil
}

func (r *request) downloadMail() error {
	id, err := r.mailID()
	if err != nil {
		return err
	}
	raw, err := r.Desk.RawMail(r.Context(), r.ref(), r.who.Name, id)
	if err != nil {
		return r.notDone("raw", err)
	}
	return r.download(string(r.ref())+".eml", raw)
}

func (r *request) downloadFile() error {
	id, err := r.mailID()
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil {
		return errors.Join(ticket.ErrNotFound, err)
	}
	name, content, err := r.Desk.Attachment(r.Context(), r.ref(), r.who.Name, id, n)
	if err != nil {
		return r.notDone("file", err)
	}
	return r.download(name, content)
}

// download hands out bytes of a stranger: never shown here, never run, under a name that is only a name.
func (r *request) download(name string, content []byte) error {
	h := r.w.Header()
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	h.Set("Content-Disposition", disposition(name))
	h.Set("Content-Length", strconv.Itoa(len(content)))
	return r.write(http.StatusOK, "application/octet-stream", content)
}
