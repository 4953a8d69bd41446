package classify

import "strings"

// familyNames are the most common last names in Belgium, folded, that are no given names as well. Like the given names they are only
// a hint for the order of two words.
var familyNames = wordSet(`
	leroy 	aerts alaoui almeida alvarez amrani arslan aslan aydin baert bah bakkali bauer becker benali benjelloun berrada best bianchi
	blanco bogaert bogaerts bon bosmans bouazza bouzid brown bui byrne camara carlier carvalho castro celik cetin charlier chen
	cherkaoui christiaens claes collard colombo conde conti cools coppens costa coulibaly dabrowski dang debacker debruyne declercq
	deconinck dejonghe dekeyser dekoninck delange delgado deluca delvaux demeulenaere demeyer demir deprez deschepper desmedt desmet
	devos dewitte diallo diaz diop dominguez dubois dumont duong dupont esposito fassi fernandes fernandez ferrari ferreira fischer
	fontaine gallo garcia geerts gil gillet gomez goncalves gonzalez goossens greco groot haddad haddadi hendrickx hendriks
	henrard hermans hernandez hoffmann huang huynh idrissi iglesias ilunga ionescu ivanov jacobs jankowski jansen janssen janssens
	jimenez johnson jones kabamba kabeya kabongo kalala kaminski kara kasongo kaur kaya keita khan kilic klein koc koch korkmaz kort
	kowalczyk kowalski kozlowski krawczyk lang lecomte lefebvre lefevre legrand lejeune lemmens lenaerts lewandowski lin liu lombardi
	lopez lukusa ly maes mahieu mancini mansouri marchal marino marques martens martinez massart mazur mbuyi mertens meyer michiels
	molina moons morales moreira moreno moretti mrabet mukendi muller mulumba munoz murphy mutombo navarro ndiaye ndoye neumann ngo
	ngoy nguyen nijs nkulu nowak nunez nys oliveira ortega ortiz ouali ozdemir ozturk parmentier pauwels peeters pereira perez
	petit petrov pham pieters polat poncelet popa popescu raes ramirez renard ribeiro ricci richter rizzo rodrigues rodriguez romero
	rossi rousseau rubio ruiz russo sahin saidi sanchez santos sanz schafer schmidt schneider schroder schulz schwarz segers sels
	serrano silva simsek singh smet smets smith sow stevens suarez sylla szymanski tahiri taylor teixeira thys timmermans torres toure
	toussaint tran traore tshibangu vandamme vandecasteele vandenberghe vandenbroucke vandevelde vanhoutte vanhove vazquez verbeke
	verbruggen vercammen verhaegen verhaeghe verheyen verhoeven verhulst verlinden vermeersch vermeire vermeiren vermeulen verschueren
	verstraete vlaeminck vo vos vu wagner walsh wang wauters weber willems williams wisniewski wojcik wouters wozniak wu wuyts
	xu yahyaoui yang yildirim yildiz yilmaz zhang zhao zhou zhu ziani zielinski zimmermann
`)

// familyEndings are ends of words that last names of the country have and given names hardly.
var familyEndings = []string{"ssens", "mans", "aert", "aerts", "aerts", "ckx", "inx", "inckx", "oot", "eghem", "ghe", "eke", "eau", "eaux", "ski", "cki",
	"wicz", "czyk", "oglu", "ovic", "evic", "enko", "opoulos", "idis", "eyer", "eyers", "sen", "tens", "kens", "eert", "eersch", "aeghe", "aegen",
	"oeck", "eyn", "huys", "huyse", "huyzen", "straete", "straeten", "velde", "berghe", "kerckhove", "brouck", "broeck", "beke", "donck", "hout",
	"haut", "mont", "court", "bois", "lier", "nier", "eert", "niaux", "niau", "quez", "guez", "ndez", "inez", "opez"}

// familyBeginnings begin last names that are written together with their article or particle.
var familyBeginnings = []string{"vande", "vanden", "vander", "vandi", "vanh", "vanb", "vanc", "vang", "vank", "vanl", "vanm", "vano", "vanp", "vanr", "vanw", "ver"}

// family weighs how much a word looks like a last name: 2 when it is a common one, 1 when it ends or begins like one.
func (h hints) family(word string) int {
	w := fold(word)
	switch {
	case givenNames[w]:
		return 0
	case familyNames[w]:
		return 2
	case len(w) > 5 && (beginsWithAny(w, familyBeginnings) || endsWithAny(w, familyEndings)):
		return 1
	}
	// Double last names: Peeters-Claes.
	if a, b, ok := strings.Cut(w, "-"); ok && (h.family(a) > 0 || h.family(b) > 0) {
		return 1
	}
	return 0
}

func endsWithAny(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// vietnamese are last names behind which Van, Thi and Le are middle names and no particles.
var vietnamese = wordSet("nguyen tran pham huynh hoang phan vu vo bui ho ngo duong ly dinh truong trinh luong")
