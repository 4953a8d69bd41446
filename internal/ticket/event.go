package ticket

import "time"

// Event is one line of the history: append-only, and carrying the hash of the line before it.
type Event struct {
	ID       int64
	TicketID int64 // 0: not about a ticket
	At       time.Time
	Actor    string // "servicedesk" or the name of a person
	Name     string // what happened, one of the names below
	Text     string // one sentence for staff in English, without secrets
	Said     Said   // the same for readers of other languages; zero for what an older version wrote
	PrevHash []byte
	Hash     []byte
}

// Robot is the actor of what nobody decided.
const Robot = "servicedesk"

// The names of events.
const (
	EventReceived   = "received"   // a mail became or joined the ticket
	EventChecked    = "checked"    // an identity check was queued
	EventSuperseded = "superseded" // newer facts replaced a check
	EventAsked      = "asked"      // something was asked of the requester
	EventAnswered   = "answered"   // an answer was queued without an identity check
	EventHeldBack   = "held_back"  // an automatic answer was not queued, and why
	EventApproved   = "approved"
	EventRejected   = "rejected"
	EventChanged    = "changed" // the directory was changed
	EventNoted      = "noted"   // a note for staff
	EventReopened   = "reopened"
	EventClosed     = "closed"
	EventMerged     = "merged"    // the mails of one ticket went to another
	EventProposed   = "proposed"  // something for staff to consider
	EventAttempted  = "attempted" // the outbox tried
	EventSent       = "sent"
	EventFailed     = "failed"
	EventBounced    = "bounced"
	EventImported   = "imported" // members were imported

	EventSignedIn        = "signed_in"
	EventSignInRefused   = "sign_in_refused"
	EventSignedOut       = "signed_out"
	EventSessionEnded    = "session_ended" // by its owner, elsewhere
	EventPasswordSet     = "password_set"
	EventLinkSent        = "link_sent"    // a link to choose a password was mailed, or handed to who asked for it
	EventLinkRefused     = "link_refused" // one was asked for and not mailed
	EventAccountAdded    = "account_added"
	EventAccountChanged  = "account_changed"
	EventAccountDisabled = "account_disabled"
	EventAccountEnabled  = "account_enabled"
	EventAccountReset    = "account_reset"
	EventTOTPOn          = "totp_on"
	EventTOTPOff         = "totp_off"
	EventTOTPDemanded    = "totp_demanded" // of everyone, or no longer
	EventFourEyes        = "four_eyes"     // what is set by hand needs a colleague's approval, or no longer
	EventCorrected       = "corrected"     // a person put right what reading made of a claim
	EventChosen          = "chosen"        // a person laid the claim beside another member
	EventReclassified    = "reclassified"  // a person changed kind or language
	EventRevealed        = "revealed"      // a national number was shown in full
	EventSought          = "sought"        // somebody searched by a national number
	EventOpened          = "opened"        // an attachment or a mail as it came was handed out

	EventTemplateDrafted   = "template_drafted"   // somebody began to write a reply template, or went on with that of a colleague
	EventTemplateDiscarded = "template_discarded" // a draft was thrown away
	EventTemplateProposed  = "template_proposed"  // a draft waits for a second admin
	EventTemplatePublished = "template_published"
	EventTemplateRestored  = "template_restored" // an older version, or the original, goes out again
	EventTemplateTested    = "template_tested"   // a test was mailed to who tunes
	EventTemplateRule      = "template_rule"     // publishing needs a second admin, or no longer
)
