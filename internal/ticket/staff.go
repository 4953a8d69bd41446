package ticket

import (
	"slices"
	"strings"
)

// Role is what a person of the staff is there for. One person may have several.
type Role string

// The roles.
const (
	Agent   Role = "agent"   // decides
	Admin   Role = "admin"   // templates, staff, settings, members
	Auditor Role = "auditor" // may only look
)

// AllRoles lists them in the order of reports.
func AllRoles() []Role { return []Role{Agent, Admin, Auditor} }

// Permission is what a page or a step asks of who calls it.
type Permission string

// The permissions. Whoever has a role may look.
const (
	MayLook   Permission = "look"   // queue, tickets, history, members: national numbers masked
	MayDecide Permission = "decide" // everything that is done on a ticket, and reading a national number in full
	MayManage Permission = "manage" // templates, staff, settings, members
)

// permissions is the table of roles; pages, buttons and the tests read it and nothing else.
var permissions = map[Role][]Permission{
	Agent:   {MayLook, MayDecide},
	Admin:   {MayLook, MayManage},
	Auditor: {MayLook},
}

// Roles are those of one person.
type Roles []Role

// Can reports whether one of the roles carries the permission.
func (r Roles) Can(p Permission) bool {
	return slices.ContainsFunc(r, func(role Role) bool { return slices.Contains(permissions[role], p) })
}

// ParseRoles reads role names separated by commas.
func ParseRoles(s string) (Roles, error) {
	var roles Roles
	for word := range strings.SplitSeq(s, ",") {
		r := Role(strings.TrimSpace(word))
		if !slices.Contains(AllRoles(), r) {
			return nil, Refuse("role %q: use agent, admin or auditor, several with commas: %w", word, ErrInvalid)
		}
		if !slices.Contains(roles, r) {
			roles = append(roles, r)
		}
	}
	return roles, nil
}

// String is the form that ParseRoles reads.
func (r Roles) String() string {
	words := make([]string, len(r))
	for i, role := range r {
		words[i] = string(role)
	}
	return strings.Join(words, ",")
}
