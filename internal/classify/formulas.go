package classify

import "strings"

// The formulas of letters and signatures, folded, as tables.

// list makes a list of what stands between the semicolons.
func list(s string) []string {
	var out []string
	for _, item := range strings.Split(s, ";") {
		out = append(out, strings.Join(strings.Fields(item), " "))
	}
	return out
}

// closings begin the line that ends a letter.
var closings = list(`
	met vriendelijke groet; vriendelijke groet; met hartelijke groet; hartelijke groet; met collegiale groet; collegiale groet;
	beste groet; met beste groet; groeten; groetjes; groet; grtz; grtn; gr; mvg; m v g; hoogachtend; met dank;
	met de meeste hoogachting; vele groet; warme groet; lieve groet; dank en groet; toegenegen; cordialement; tres cordialement;
	bien cordialement; bien a vous; bien a toi; sinceres salutations; salutations; meilleures salutations; cordiales salutations;
	respectueusement; avec mes; avec nos; veuillez agreer; je vous prie d agreer; recevez; confraternellement; bav; a bientot;
	sincerement; amicalement; bonne journee; bonne fin de journee; bonne soiree; cdt; cdlt; belle journee; d avance merci;
	merci d avance; kind regards; best regards; warm regards; regards; with kind regards; with best regards; best; best wishes;
	yours faithfully; yours sincerely; sincerely; cheers; many thanks; br; kr; yours truly; respectfully; mit freundlichen gru;
	mit freundlichem gru; freundliche gru; viele gru; mfg; beste gru; liebe gru; schone gru; herzliche gru; hochachtungsvoll;
	mit besten gru; danke und; gruss; gruß; thanks; thank you; merci; bedankt; dank u; alvast bedankt; danke; vielen dank; thx;
	dank; dankjewel; grts; grtjs; grtjes; groetekes; xx; xxx; xxxx; xo; xoxo; bises; bisous; bien des choses; votre bien devoue; votre bien devouee;
	votre devoue; votre devouee; sentiments distingues; sentiments devoues; avec mes remerciements; avec toute ma consideration;
	tot horens; tot binnenkort; tot gauw; tot dan; saluutjes; salukes; nog een fijne dag; nog een prettige dag; fijne dag; prettige dag; fijn weekend;
	prettig weekend; vriendelijk groetend; met de vriendelijkste groeten; met genegen groeten; met oprechte hoogachting; met confraternele groet; confraternele groet;
	met beleefde groet; beleefde groet; gegroet; de groeten; vele dank; hartelijk dank; bien confraternellement; bien sincerement; bien respectueusement;
	cordialmente; bien amicalement; tres sincerement; en vous remerciant; avec nos remerciements; salutations distinguees; distinguees;
	bonne reception; mes salutations; mille mercis; un grand merci; merci beaucoup; merci bien; grand merci; with thanks; thanks in advance; all the best;
	take care; warmest regards; yours; sincerely yours; faithfully yours; best greetings; friendly greetings; greetings; lg; vg; mit herzlichen gru; mit kollegialen gru;
	mit vielen gru; es grusst; hochachtend; herzlichst; mit bestem dank; besten dank; schonen tag; schonen abend; tschuss
`)

// disclaimers begin the small print.
var disclaimers = list(`
	disclaimer; ce message et ses; ce message et toutes; ce message est confidentiel; ce courriel est confidentiel;
	dit bericht is vertrouwelijk; de inhoud van dit bericht is; de inhoud van deze email; this message is confidential;
	this email and any; this message and any; this email is confidential; diese email; diese nachricht; denk aan het milieu;
	dit emailbericht; avertissement; think before you print; dit bericht en eventuele; ce courrier electronique;
	the information in this
`)

// phoneLines begin the line that a telephone or a mail program puts below a mail.
var phoneLines = list(`
	verstuurd vanaf; verzonden vanaf; verstuurd met; envoye de mon; envoye depuis; envoye a partir; sent from; gesendet von;
	von meinem; get outlook; outlook voor; outlook pour; outlook for; obtenir outlook; download outlook
`)

// introductions are phrases that a sender puts in front of the own name, by their first word.
var introductions = byFirstWord(list(`
	je me nomme; me nomme; je me presente; ik noem; mijn naam en voornaam zijn; ik ben; ikben; ben ik; mijn naam is; m n naam is; naam is; mijn naam luidt; ik heet; ondergetekende; hier spreekt;
	u spreekt met; ik wil; je suis; je m appelle; m appelle; mon nom est; mon nom complet est; ici; je soussigne; je soussignee;
	c est; i am; i m; my name is; my full name is; name is; this is; ich bin; ich heisse; ich heiße; mein name ist;
	mein name lautet; hier ist; naam en voornaam zijn; naam en voornaam; noms et prenoms; nom et prenom sont; mijn gegevens zijn;
	mijn gegevens; mes donnees; mes coordonnees; my details; my data; meine daten; pour moi; soussigne; soussignee; le soussigne;
	la soussignee; de ondergetekende; the undersigned; der unterzeichnende; die unterzeichnende; der unterzeichner; unterzeichneter; naam en voornaam is; k ben;
	kben; kzen; k zen; k heet; k noem; ik zen; mijne naam is; m n volledige naam is; mijn volledige naam is; ge spreekt met; je spreekt met; met wie; j suis; jsuis; chuis;
	moi c est; mon nom c est; mon nom et prenom sont; mon nom complet c est; my name s; the name is; speaking is; ich heiss; mein voller name ist;
	mein vollstandiger name ist; hier schreibt; mein name; mijn naam; mon nom; my name; hallo met; dag met; goeiedag met; hallo hier; bonjour ici; bonjour c est; allo c est; ik teken; ik onderteken; dit is
`))

func byFirstWord(phrases []string) map[string][][]string {
	index := map[string][][]string{}
	for _, s := range phrases {
		words := strings.Fields(s)
		index[words[0]] = append(index[words[0]], words)
	}
	return index
}

// firmWords tell that a name is not that of a person.
var firmWords = wordSet(`
	bv bvba nv srl sprl sa cv cvba vof comm vzw asbl gmbh ag ltd inc kantoor cabinet bureau buro office fiduciaire fiduciair fidu
	boekhouding boekhoudkantoor comptabilite compta accountancy accountants accountant secretariaat secretariat sekretariat info
	contact administratie administration admin support helpdesk servicedesk service team mailbox formulier contactformulier
	formulaire form website site web noreply no reply mail email beheer dossierbeheer facturatie hr it boekhouder partners
	associes associates consult consulting advies conseil tax audit group groep groupe holding steuerberatung steuerberater
	kanzlei buchhaltung van-de postmaster mailer daemon system systeem expert experts comptable belastingadviseur
	belastingconsulent vennoot reviseur gerant zaakvoerder office365 outlook gmail hotmail telenet proximus skynet nieuwsbrief
	newsletter iphone ipad android samsung galaxy smartphone finance finances financial solutions services management legal avocats advocaten studio international company cie co accounting
	bookkeeping trust invest partner klantendienst receptie onthaal accueil reception balie no-reply boekhouders comptables experts-comptables
	desk sarl plc llp llc ebvba gcv commv snc scs scrl cvoa ev eenmanszaak gemeente institut instituut institute fiscaal fiscale verzekeringen notariaat
`)

// particleWords begin a last name.
var particleWords = wordSet(`
	van vande vanden vander de den der het t ter ten te le la les du d des von vom zu zum el al ben bel bent abu ibn da di del
	della do dos das st saint op mc o y
`)
