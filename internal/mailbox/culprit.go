package mailbox

// After so many breaks at the same mail: it is fetched alone; without size and date; not at all.
const (
	suspect    = 3
	fewerItems = 4
	giveUp     = 5
)

// culprit is the mail at which answers broke last.
type culprit struct {
	validity uint32
	uid      uint32
	breaks   int
}

// add counts a break at a mail.
func (c *culprit) add(validity, uid uint32) {
	if c.validity != validity || c.uid != uid {
		*c = culprit{validity: validity, uid: uid}
	}
	c.breaks++
}

// passed forgets a mail that the cursor has passed.
func (c *culprit) passed(validity, cursor uint32) {
	if c.validity != validity || c.uid <= cursor {
		*c = culprit{}
	}
}

// is reports whether a mail has earned to be fetched alone.
func (c *culprit) is(validity, uid uint32) bool { return c.tries(validity, uid) >= suspect }

// suspected reports whether there is such a mail.
func (c *culprit) suspected() bool { return c.breaks >= suspect }

// tries returns how often answers broke at a mail.
func (c *culprit) tries(validity, uid uint32) int {
	if c.validity != validity || c.uid != uid {
		return 0
	}
	return c.breaks
}
