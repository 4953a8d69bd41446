package message

import (
	"strings"
	"testing"
)

func TestMoreGatewayBanners(t *testing.T) {
	const text = "Dag,\nMijn nummer is 67.\n"
	for _, banner := range []string{
		"[EXTERN]\n", "[EXTERNAL EMAIL]\n\n", "*** External email ***\n\n", "⚠ EXTERNE MAIL\n",
		"CAUTION: This email originated from outside the organization. Do not click links or open attachments unless you recognize the sender and know the content is safe.\n\n",
		"CAUTION: This email originated from outside of the organization. Do not\nclick links or open attachments unless you recognize the sender and\nknow the content is safe.\n\n",
		"Let op: deze e-mail komt van buiten de organisatie.\nKlik niet op links en open geen bijlagen tenzij u de afzender kent.\n",
		"Opgelet! Dit is een externe e-mail. Wees alert voor phishing.\n\n",
		"ATTENTION : ce message provient de l’extérieur. Ne cliquez pas sur les liens et n’ouvrez pas les pièces jointes si vous ne connaissez pas l’expéditeur.\n\n",
		"Courriel externe : soyez prudent avec les liens et les pièces jointes.\n\n",
		"Achtung: Diese E-Mail stammt von einem externen Absender. Klicken Sie auf keine Links.\n\n",
		"You don't often get email from els@claes.example. Learn why this is important<https://aka.ms/x>\n\n",
		"U ontvangt niet vaak e-mail van els@claes.example. Meer informatie over waarom dit belangrijk is\n\n",
		"Vous n’obtenez pas souvent d’e-mail à partir de els@claes.example. Pourquoi c’est important\n\n",
		"[EXTERN]\n\nLet op: externe afzender. Open geen bijlagen.\n\n",
	} {
		m := Parse(letter(banner+text), Options{})
		if m.Text != text || !hasProblem(m, "gateway") {
			t.Errorf("%q above: %q, %q", banner, m.Text, m.Problems)
		}
		if m := Parse(letter(text+"\n"+banner), Options{}); !strings.HasPrefix(banner, "[EXTERN]\n\nLet") && m.Text != text {
			t.Errorf("%q below: %q", banner, m.Text)
		}
	}
	for _, own := range []string{
		"Extern\n\nJan\n", "Let op: ik kreeg een externe mail met een vraag naar mijn nummer.\n\nJan\n", "Attention, je vous écris de l'extérieur.\n\nAn\n",
		"Ik werk buiten de organisatie.\n\nLet op: 67.\n", "External auditor\n\nJan\n",
	} {
		if m := Parse(letter(own), Options{}); m.Text != own {
			t.Errorf("%q became %q", own, m.Text)
		}
	}
}
