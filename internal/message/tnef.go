package message

// isTNEF recognises the part in which Outlook wraps what only Outlook knows.
func isTNEF(p part) bool { return false }

func (w *walker) tnef(p part) content { return content{} }
