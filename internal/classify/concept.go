package classify

// concept is what a word or phrase means for a request, in any of the four languages. A set of them is a bit mask.
type concept uint64

// The concepts.
const (
	aMail         concept = 1 << iota // e-mail
	anAddr                            // an address, of mail or not
	aLogin                            // the user name, which is the address
	aPassword                         // the password
	forgotten                         // somebody no longer knows or has it
	forgotToDo                        // somebody forgot to do something: attach, send
	which                             // which one is it?
	known                             // known to the Institute
	change                            // is changed or wanted changed
	fresh                             // new
	old                               // old
	gone                              // no longer works or exists
	stays                             // stays as it is
	ask                               // please, could you
	find                              // find back, tell me
	mine                              // first person
	yours                             // of the Institute
	theirs                            // third person
	person                            // somebody else: colleague, client, spouse
	behalf                            // in the name of somebody else
	reach                             // to get in touch, to pass something on
	postal                            // a street, moving house
	phone                             // telephone
	invoice                           // bills and payments
	newsletter                        // mailing lists
	topic                             // another matter of the Institute
	thanks                            // thanks
	solved                            // it works, found, no longer needed
	why                               // a question about the procedure
	conditional                       // if, when
	selfService                       // the password reset of the platform
	nothingComes                      // the mail of the self-service does not come, it fails
	phishing                          // pressure that no member uses
	platform                          // the platform
	anAddress                         // a mail address is written out
	negation                          // not
	broken                            // does not work
	blocked                           // an account is locked
	sendTo                            // where something is sent to
	nnLabel                           // announces a national number
	otherLabel                        // announces another number: telephone, invoice, VAT
	anyLabel                          // announces some number
	self                              // the sender and nobody else
	newcomer                          // a person who is new
	customer                          // a client of the sender
	byMail                            // mail as the way to answer: "by return e-mail"
	notAbout                          // what follows is not what the mail is about
	department                        // a part of the Institute that has an address of its own
	fromHere                          // the address that the mail comes from: "with which I write to you"
	undersigned                       // the sender speaks of himself as "he"
	thanksFor                         // thanks for what was done
	needs                             // what is needed
	useIt                             // use, register: what is to be done with an address
	done                              // what was changed already
	suspect                           // asks whether a mail is genuine
	firstPassword                     // never had a password
	device                            // a computer or the like
	unsure                            // does not know whether
	profession                        // what a colleague is, in front of a name
	lacks                             // no longer has something
	unasked                           // what was never asked for
	noNeed                            // says that nothing is to be done any more
	another                           // another address: one that is wanted, or one of several
)

func (c concept) has(any concept) bool    { return c&any != 0 }
func (c concept) hasAll(all concept) bool { return c&all == all }
