package classify

import (
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"iec-iab.be/servicedesk/internal/message"
)

// hostile are what a text could be made of to cost most, each to be repeated. Where it holds a %, the number of the repetition goes in.
var hostile = map[string]string{
	"name cues":             "mijn naam is ",
	"name cues of French":   "je m'appelle ",
	"name cues with names":  "mijn naam is Jan Peeters ",
	"name lines":            "Jan Peeters\n",
	"capitals":              "PEETERS Jan ",
	"particles":             "van de der ",
	"initials":              "J. P. ",
	"name fields":           "Naam: ",
	"name fields in lines":  "Naam: Peeters\nVoornaam: Jan\n",
	"labels of names":       "naam voornaam ",
	"titles":                "mevrouw de heer ",
	"number labels":         "rijksregisternummer ",
	"number label marks":    "rijksregisternummer: ",
	"number labels, short":  "nn ",
	"numbers":               "85073090133 ",
	"numbers, joined":       "85073090133,",
	"numbers, grouped":      "85.07.30-901.33 ",
	"numbers that differ":   "850730% ",
	"numbers with labels":   "rijksregisternummer 85073090133\n",
	"numbers with names":    "Jan Peeters 85073090133\n",
	"numbers of others":     "mijn vrouw 85073090133, ",
	"of two":                "welk van de twee ",
	"digits":                "8",
	"digits apart":          "8 5 ",
	"digits and dots":       "85.",
	"addresses":             "jan@x.example ",
	"addresses, joined":     "jan@x.example,",
	"addresses that differ": "jan%@x.example ",
	"addresses in lines":    "jan%@x.example\n",
	"addresses with cues":   "van jan%@x.example naar an%@x.example. ",
	"addresses with roles":  "nieuw: jan@x.example oud: an@x.example\n",
	"at signs":              "@",
	"almost addresses":      "a@",
	"long locals":           "a.b-c_",
	"local and apostrophe":  "v.d'",
	"address cues":          "nieuw ",
	"address cues, many":    "in plaats van ",
	"arrows":                "-> ",
	"unread":                "uw bericht niet ",
	"unanswered":            "gelieve niet ",
	"undelivered":           "your message not ",
	"unsubscribe":           "u krijgt dit omdat u ",
	"we shall":              "wij zullen uw vraag ",
	"forgotten":             "vergeten ",
	"forgotten address":     "ik weet niet meer welk e-mailadres ",
	"passwords":             "wachtwoord ",
	"password sentences":    "Ik ben mijn wachtwoord vergeten. ",
	"which":                 "welk adres hebt u van mij? ",
	"negations":             "niet geen nooit ",
	"changes":               "mijn adres is gewijzigd. ",
	"change, unended":       "mijn adres is gewijzigd ",
	"colleagues":            "mijn collega ",
	"on behalf":             "in naam van mijn collega Jan Peeters, ",
	"he":                    "hij zijn haar ",
	"from for":              "van mij voor ",
	"of and":                "en of ",
	"near misses":           "e-mailadrss ",
	"quotation marks":       "\"",
	"quoted words":          "\"a\" ",
	"angle quotes":          "«",
	"open quotes":           "« a ",
	"curly quotes":          "“",
	"closed quotes":         "” a ",
	"apostrophes":           "'",
	"apostrophe words":      "l'",
	"brackets":              "(",
	"bracketed words":       "(a) ",
	"square brackets":       "[a",
	"one-word lines":        "a\n",
	"one-name lines":        "Peeters\n",
	"blank lines":           "\n",
	"spaced lines":          " \n",
	"colons":                "a:\n",
	"colon words":           "a: ",
	"fields":                "Onderwerp: x\n",
	"header fields":         "Van: x\nAan: y\n",
	"cells":                 "a | ",
	"rows":                  "| a | b |\n",
	"tabs":                  "a\t",
	"rows of a table":       "Naam\tVoornaam\tNummer\n",
	"rows of members":       "Peeters\tJan\t85073090133\tjan@x.example\n",
	"rules":                 "----------\n",
	"signatures":            "-- \nJan Peeters\n",
	"closings":              "Met vriendelijke groeten\n",
	"signed":                "Met vriendelijke groeten\nJan Peeters\nAccountant\n\n",
	"greetings":             "Beste,\n",
	"disclaimers":           "Dit bericht is vertrouwelijk.\n",
	"short sentences":       "a. ",
	"questions":             "a? ",
	"question marks":        "?",
	"dots":                  ".",
	"dotted words":          "a.",
	"semicolons":            "a;",
	"commas":                ",",
	"comma words":           "a, ",
	"a long word":           "a",
	"a long word of Dutch":  "ij",
	"capital letters":       "A",
	"hyphens":               "a-",
	"slashes":               "a/",
	"blanks":                " ",
	"hard blanks":           "\u00a0",
	"combining marks":       "\u0301",
	"marked letters":        "e\u0301\u0302\u0303 ",
	"accents":               "é",
	"right to left":         "שלום a ",
	"turned about":          "\u202e85073090133\u202c ",
	"invisible":             "a\u200b",
	"ligatures":             "\ufdfa",
	"Chinese":               "漢字",
	"emoji":                 "😀 ",
	"links":                 "https://x.example/a?b=c ",
	"a long link":           "x.example/",
	"telephones":            "T +32 11 00 00 00 ",
	"dates":                 "30/07/1985 ",
	"streets":               "Runtstraat 5, 3500 Hasselt\n",
	"out of office":         "Ik ben afwezig tot 12 mei. ",
	"tickets":               "ticket 12345 ",
}

// hostilePairs are those of which half a text each, or both in turn, could cost more.
var hostilePairs = map[string]string{
	"name fields":           "numbers, grouped",
	"cells":                 "tickets",
	"rows":                  "numbers with labels",
	"name cues":             "numbers that differ",
	"name lines":            "numbers with names",
	"addresses that differ": "address cues",
	"number labels":         "rows of members",
	"quoted words":          "forgotten address",
	"closings":              "addresses in lines",
	"signed":                "rows of members",
	"colons":                "addresses that differ",
	"commas":                "numbers, grouped",
	"blank lines":           "numbers that differ",
	"blanks":                "name cues with names",
	"brackets":              "number labels",
	"a long word":           "near misses",
	"on behalf":             "numbers of others",
	"tabs":                  "numbers that differ",
	"spaced lines":          "addresses in lines",
	"titles":                "numbers with names",
}

// worst are hostile mails of about size octets in each place that is read, and an ordinary one: what real people write, many times over.
func worst(size int) map[string]*message.Message {
	all := map[string]*message.Message{"ordinary": {Subject: "x", Text: repeated(typical, size), From: member, To: toDesk}}
	text := func(name, s string) { all[name] = &message.Message{Subject: "x", Text: s, From: member, To: toDesk} }
	for name, unit := range hostile {
		s := repeated(unit, size)
		text(name, s)
		all[name+", elsewhere"] = elsewhere(s)
	}
	for a, b := range hostilePairs {
		text(a+", then "+b, repeated(hostile[a], size/2)+"\n"+repeated(hostile[b], size/2))
		text(a+" with "+b, repeated(hostile[a]+" "+hostile[b], size))
	}
	text("a long head", repeated("a ", size)+"\t"+repeated("a ", 300)+"\n"+repeated("a ", 300)+"\tjan@x.example an@x.example\n")
	units := slices.Sorted(maps.Values(hostile))
	text("everything", repeated(strings.Join(units, " "), size))
	text("everything in lines", repeated(strings.Join(units, "\n"), size))
	return all
}

var (
	member = []message.Address{{Name: "Jan Peeters", Addr: "jan.peeters@x.example"}}
	toDesk = []message.Address{{Addr: "desk@institute.example"}}
)

// elsewhere has s in every place but the text, which is short: subject, names, other form of the text, and a forwarded message of the sender.
func elsewhere(s string) *message.Message {
	from := message.Address{Name: s, Addr: strings.ReplaceAll(s, "@", ".") + "@x.example"}
	return &message.Message{
		Subject: s, Text: "Zie mijn mail hieronder.\n\nMet vriendelijke groeten\nJan Peeters\n", AltText: s, Quoted: s, From: []message.Address{from, from},
		To: slices.Repeat(toDesk, len(s)/20), Forwarded: &message.Forwarded{From: from, Subject: s, Text: s},
	}
}

// repeated is unit over and over, up to size octets.
func repeated(unit string, size int) string {
	if !strings.Contains(unit, "%") {
		return strings.Repeat(unit, size/len(unit)+1)[:size]
	}
	var b strings.Builder
	for i := 10000; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(unit, "%", strconv.Itoa(i)))
	}
	return b.String()[:size]
}

// reads classifies m once and returns the time and the octets of memory that it took in all.
func reads(m *message.Message) (time.Duration, uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	Classify(m, Options{Today: today})
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}

// No mail may hold up the others: in any shape it is understood within 128 MB. BenchmarkWorst says how long that takes.
func TestNoTextTakesMuchMemory(t *testing.T) {
	const most = 128 << 20
	size := maxText
	if testing.Short() {
		size /= 8
	}
	for name, m := range worst(size) {
		if _, allocated := reads(m); allocated > most {
			t.Errorf("%s: took %d octets of memory", name, allocated)
		}
	}
}

// BenchmarkWorst reports the time as a multiple of that of an ordinary text of the same size, which does not depend on the machine, and
// as a multiple of that for a quarter of the text: four, where the cost is linear.
func BenchmarkWorst(b *testing.B) {
	whole, quarter := worst(maxText), worst(maxText/4)
	floor, _ := reads(whole["ordinary"])
	for range 4 {
		again, _ := reads(whole["ordinary"])
		floor = min(floor, again)
	}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		b.Run(name, func(b *testing.B) {
			var took, part time.Duration
			var allocated uint64
			for b.Loop() {
				t, octets := reads(whole[name])
				p, _ := reads(quarter[name])
				took, part, allocated = took+t, part+p, allocated+octets
			}
			b.ReportMetric(float64(took)/float64(b.N)/float64(floor), "times-ordinary")
			b.ReportMetric(float64(took)/float64(part), "times-quarter")
			b.ReportMetric(float64(allocated)/float64(b.N)/maxText, "octets/octet")
		})
	}
}
