package ticket

// Correction is what a person put right in a claim that reading got wrong.
type Correction struct {
	By            string
	Before, After Claim
}

// Changes lists, as words for staff, what is other in after than in c, also what was added or taken away. Numbers are never shown.
func (c Claim) Changes(after Claim) []Said {
	var out []Said
	for _, part := range []struct {
		name        Said
		before, now string
	}{
		{Say("the last name"), c.LastName, after.LastName}, {Say("the first name"), c.FirstName, after.FirstName},
		{Say("the new address"), c.NewAddress, after.NewAddress},
	} {
		switch {
		case part.before == part.now:
		case part.before == "":
			out = append(out, Say("%s is now %s, it was not stated", part.name, part.now))
		case part.now == "":
			out = append(out, Say("%s was taken out, it was %s", part.name, part.before))
		default:
			out = append(out, Say("%s is now %s, it was %s", part.name, part.now, part.before))
		}
	}
	switch {
	case c.Number == after.Number:
	case c.Number.IsZero():
		out = append(out, Say("the national number was added"))
	case after.Number.IsZero():
		out = append(out, Say("the national number was taken out"))
	default:
		out = append(out, Say("the national number is another one"))
	}
	return out
}
