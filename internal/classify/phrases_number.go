package classify

// numberPhrases announce numbers.
var numberPhrases = []phrases{
	{nnLabel, `rijksregister~; rijksreg~; rijkregist~; rijksregisternummer; rijksregisternr; rijksnummer; registernummer; rrn; rrnr; rr; rr nr;
		rrnummer; nn; nrn; niss; insz; inszs; insznummer; registre national; registre nat; reg nat; reg national; n nat; no nat; num nat; registre|registere|regitre|register|numero|nummero|numro|num nat~; national reg|regist~; nat reg~; nationaal reg~; nationale reg~; id card national;
		nr nat; numero national; num national; n national; no national; n registre; numero de registre; numero du registre;
		national number|no|nr|nummer; national register|registration|registry; national id; nationaal nummer; nationalregister~;
		nationalnummer; nationale nummer; nat nr; bisnummer; bis nummer; bisnr; numero bis; n bis; bis number; bisnumber;
		nummer|nr * achterkant|achterzijde|rugzijde * kaart|identiteitskaart|eid; numero|n au|sur|figurant dos|verso|arriere * carte;
		dos|verso de|d la|ma|l carte; achterkant|achterzijde|rugzijde|keerzijde|achterop van|mijn|de * kaart|identiteitskaart|eid; back of the|my * card;
		ruckseite der|meiner|meines * karte|ausweis|ausweises|personalausweis|personalausweises; number on|at the back * card; nummer auf der ruckseite; numero|num * verso|dos * carte;
		identiteitsnummer; identification number; numero d identification; social security number; ssn; inss; numero niss;
		identifikationsnummer; rn; rnn; nationalregisternummer; nationalregisternr; numero national de registre`},
	{otherLabel, `factuur~; facture; invoice; rechnung~; bestel~; commande; order; ordernummer; klantnummer; klantennummer; klantnr;
		numero de client; numero client; customer number; kundennummer; dossiernummer; dossier; dossiernr; ondernemingsnummer;
		ondernemingsnr; numero d entreprise; kbo; bce; btw; tva; vat; mwst; ust; iban; rekening~; rekeningnummer; compte bancaire; konto;
		kontonummer; mededeling; communication; ogm; vcs; verwendungszweck; tel; tel~; telefoon~; telephone; telefon; phone; gsm; gsm~;
		mobiel; mobile; mobil; handy; portable; fax; rpr; rpm; lidnummer; lidnr; numero de membre; membre; mitgliedsnummer;
		member number; erkenningsnummer; erkennings~; agrement; itaa~; iec; bibf; ipcf; ref; referentie; reference; referenz; polis;
		police; ticket; ticketnummer; zending; tracking; pakket; colis; kaartnummer; carte; kbc; ing; bnp; belfius; bic;
		identiteitskaartnummer; kaartnr; t; m; gsmnummer; dossiernummer; aanslagbiljet; artikelnummer; ondernemingsnr; hr;
		vestigingsnummer; rsz; onss; rsznummer`},
	{anyLabel, `nummer; nr; numero; number; no; n; num; nummern`},
}
