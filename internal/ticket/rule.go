package ticket

// Rule is something that an admin demands of the staff, or does not. None is demanded at first.
type Rule string

// The rules.
const (
	CodeForEveryone Rule = "staff_totp_demanded"    // a second factor at sign-in
	SecondAdmin     Rule = "templates_second_admin" // another admin than who proposed it publishes a reply template
	FourEyes        Rule = "four_eyes"              // a colleague approves what somebody set by hand in a claim
)
