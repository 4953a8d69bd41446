package ticket

// RejectReason is a usual reason to reject an identity check, in the words of the history. It is for staff and never mailed: a requester
// learns nothing of what the directory holds.
type RejectReason string

// The usual reasons.
const (
	NameDiffers      RejectReason = "The name is not that of the member."
	NumberUnknown    RejectReason = "No member has this national number."
	SenderNotTrusted RejectReason = "The sender is not to be trusted."
	NotAMember       RejectReason = "The requester is not a member."
	NotAuthorised    RejectReason = "The requester may not ask for somebody else."
	OtherReason      RejectReason = "Another reason."
)

// RejectReasons lists them in the order in which they are offered.
func RejectReasons() []RejectReason {
	return []RejectReason{NameDiffers, NumberUnknown, SenderNotTrusted, NotAMember, NotAuthorised, OtherReason}
}
