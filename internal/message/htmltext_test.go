package message

import (
	"testing"
)

func TestHTMLText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"paragraphs", "<p>Dag</p><p>Jan</p>", "Dag\n\nJan\n"},
		{"paragraphs of Word", "<p class=MsoNormal>Dag</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Jan</p>", "Dag\n\nJan\n"},
		{"divs and breaks", "<div>a</div><div><br></div><div>b<br>c</div>d", "a\n\nb\nc\nd\n"},
		{"white space", "  a \n b\t<b> c</b>d ", "a b cd\n"},
		{"inline elements are glued", "<span>75</span><span>.</span><b>07</b>-<i>852</i>", "75.07-852\n"},
		{"blank between inline elements", "<b>Jan</b> <i>Peeters</i>", "Jan Peeters\n"},
		{"entities", "J&eacute;r&ocirc;me &amp; 82&#46;02&#x2e;19 &lt;x&gt; &#8203;a&#1;b", "Jérôme & 82.02.19 <x> ab\n"},
		{"script, style, title, comment", "<head><title>t</title><style>p{}</style></head><script>var a='x'</script><!-- c -->Dag", "Dag\n"},
		{"conditional comments", "<!--[if mso]><p>mso</p><![endif]--><![if !mso]>Dag<![endif]>", "Dag\n"},
		{"template, iframe, object", "<template>a</template><iframe>b</iframe><object>c</object>d", "d\n"},
		{"list", "<ul><li>a<li>b</ul>c", "- a\n- b\nc\n"},
		{"preformatted", "<pre>a  b\n c</pre>d", "a  b\n c\nd\n"},
		{"unclosed elements", "<div><b>a<p>b", "a\n\nb\n"},
		{"stray end tags", "</div></td></b>a</blockquote>b", "a\nb\n"},
		{"less-than in text", "a < b en 3<4", "a < b en 3<4\n"},
		{"link", `<a href="mailto:x@y.example">x@y.example</a>`, "x@y.example\n"},

		{"display none", `a<span style="display:none">b</span>c`, "ac\n"},
		{"display none with blanks and capitals", `a<div STYLE="color:red; Display : None !important">b<div>c</div>d</div>e`, "a\ne\n"},
		{"visibility", `a<p style="visibility:hidden">b</p>c`, "a\nc\n"},
		{"hidden paragraph never closed", `<p hidden>a<div>b</div>`, "b\n"},
		{"hidden attribute", `<div hidden>a</div>b`, "b\n"},
		{"colour of what is behind", `<i style="color:#FFF;background-color:white">a</i><i style="background:#000;color:rgb(0, 0, 0)">b</i><i style="color:#fff;background:#c00">c</i>`, "c\n"},
		{"font size zero", `<span style="font-size:0px">a</span>b<span style="font-size:0.9em">c</span>`, "bc\n"},
		{"one pixel", `<span style="font-size:1px">a</span>b`, "b\n"},
		{"no height", `<div style="max-height:0;overflow:hidden">a</div>b`, "b\n"},
		{"transparent", `<span style="color:transparent">a</span><span style="opacity:0">b</span>c`, "c\n"},
		{"comment in the style", `<span style="dis/*x*/play:none">a</span>b`, "b\n"},
		{"class of a style sheet", `<style>.x, p.y {display:none} #z{display:none}</style><i class="a x">a</i><p class=y>b</p><b id=z>c</b>d`, "d\n"},
		{"style for some screens only", `<style>@media (max-width:600px){.x{display:none}.y{display:none}}</style><i class=x>a</i><i class=y>b</i>`, "ab\n"},
		{"white on white", `<font color="#FFFFFF">a</font>b<span style="color: rgb(254, 255, 253)">c</span>`, "b\n"},
		{"white on blue", `<td bgcolor="#003366"><font color=white>a</font></td>`, "a\n"},
		{"white on a page of blue", `<body style="background:#036 url(x.png)"><p style="color:#fff">a</p></body>`, "a\n"},
		{"white on nobody knows what", `<style>.x{background-color:#036}</style><div class=x><i style="color:white">a</i></div>`, "a\n"},
		{"white on a picture", `<table><tr><td background="x.png"><font color=white>a</font></td></tr></table>b`, "a\nb\n"},
		{"all white, as telephones in dark mode send it", `<div style="color:#fff">a<br>b</div>`, "a\nb\n"},
		{"white box in a blue one", `<div style="background:#036">a<div style="background-color:#fff;color:white">b</div>c</div>`, "a\nc\n"},
		{"grey on grey", `<p style="background:#ccc"><span style="color:#cbcbcb">a</span>b</p>`, "b\n"},
		{"white until the element ends", `<font color=white>a<font>b</font>c</font>d`, "d\n"},
		{"white paragraph never closed", `<p style="color:white">a<p>b`, "b\n"},
		{"size zero around readable words", `<td style="font-size:0"><div style="font-size:14px">a</div>b</td>`, "a\n"},
		{"size zero of one in a stylesheet", `<style>.x{font-size:0}</style><i class=x>a</i>b`, "b\n"},
		{"far away", `<div style="position:absolute; left:-9999px">a</div><p style="text-indent:-5000px">b</p>c`, "c\n"},
		{"clipped", `<span style="position:absolute;clip:rect(0,0,0,0)">a</span>b`, "b\n"},
		{"hidden from Word", `<span style='mso-hide:all'>a</span>b`, "b\n"},
		{"struck out", `<s>a</s><del>b</del><span style="text-decoration: line-through">c</span>d`, "d\n"},
		{"hidden line break", `a<br hidden>b`, "a\nb\n"},

		{"table of names and values", "<table><tr><td>Naam</td><td>Peeters</td></tr><tr><td>Voornaam</td><td>Jan</td></tr></table>", "Naam | Peeters\n" +
			"Voornaam | Jan\n"},
		{"bold names", "<table><tr><td><b>Naam</b></td><td>Peeters</td></tr></table>", "Naam: Peeters\n"},
		{"th names", "<table><tr><th>Naam:</th><td>Peeters</td></tr></table>", "Naam: Peeters\n"},
		{"colon cell", "<table><tr><td>Naam</td><td>:</td><td>Peeters</td></tr></table>", "Naam: Peeters\n"},
		{"heads", "<table><tr><th>Naam</th><th>NN</th></tr><tr><td>Peeters</td><td>75.07</td></tr><tr><td>Claes</td><td></td></tr></table>", "Naam: Peeters\n" +
			"NN: 75.07\n" +
			"Naam: Claes\n"},
		{"heads without th", "<table><tr><td>Naam<td>Voornaam<td>NN<tr><td>Peeters<td>Jan<td>75.07</table>", "Naam: Peeters\n" +
			"Voornaam: Jan\n" +
			"NN: 75.07\n"},
		{"two people", "<table><tr><td><td>vennoot (geen lid)<td>ikzelf<tr><td>Naam<td>Claes<td>Peeters<tr><td>NN<td>66<td>67</table>", "ikzelf:\nNaam: Peeters\nNN: 67\n\nvennoot (geen lid):\nNaam: Claes\nNN: 66\n"},
		{"a plan of the week is none", "<table><tr><td><td>ma<td>di<tr><td>9:00<td>a<td>b<tr><td>10:00<td>c<td>d</table>", "ma | di\n9:00 | a | b\n10:00 | c | d\n"},
		{"two columns are no heads", "<table><tr><td>Naam<td>Peeters<tr><td>NN<td>75.07</table>", "Naam | Peeters\nNN | 75.07\n"},
		{"layout", "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\nc\n"},
		{"nested", "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>", "a | b\n"},
		{"cells without table", "<tr><td>a</td><td>b</td></tr>", "a\nb\n"},
		{"table never closed", "<table><tr><td>a<td>b", "a | b\n"},
		{"text around", "x<table><tr><td>a</td></tr></table>y", "x\na\ny\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(letter(test.in, "Content-Type: text/html; charset=utf-8"), Options{})
			if m.Text != test.want {
				t.Errorf("got %q, want %q", m.Text, test.want)
			}
		})
	}
}

func TestHiddenWordsAreReported(t *testing.T) {
	for in, want := range map[string]bool{
		`a<span style="display:none">85</span>`: true, `<i style="color:white">85</i>a`: true, `a<!-- 85 -->`: false, `<style>p{}</style><title>t</title>a`: false,
		`a<div style="display:none"> &zwnj;&nbsp;&#847; </div>`: false,
	} {
		if m := Parse(letter(in, "Content-Type: text/html"), Options{}); hasProblem(m, "does not see") != want || m.Text != "a\n" {
			t.Errorf("%s: text %q, problems %q", in, m.Text, m.Problems)
		}
	}
}

func TestHTMLQuotes(t *testing.T) {
	tests := []struct{ name, in, own, quoted string }{
		{"blockquote", "a<blockquote>b<p>c</p></blockquote>d", "a\nd\n", "> b\n>\n> c\n"},
		{"nested", "a<blockquote type=cite>b<blockquote type=cite>c</blockquote></blockquote>", "a\n", "> b\n>> c\n"},
		{"indentation of own words", `a<blockquote style="margin:0 0 0 40px;border:none;padding:0px">b</blockquote>`, "a\nb\n", ""},
		{"Gmail", `<div>a</div><div class="gmail_quote"><div class="gmail_attr">Op di 3 jun 2025 om 10:02 schreef Desk &lt;<a href="mailto:d@x.example">d@x.example</a>&gt;:<br></div><blockquote class="gmail_quote">b</blockquote></div>`,
			"a\n", "Op di 3 jun 2025 om 10:02 schreef Desk <d@x.example>:\n> b\n"},
		{"Gmail in a language that we do not know", `<div>a</div><div class="gmail_quote"><div>ke di X:<br></div><div>b</div></div>`, "a\n", "ke di X:\n" +
			"b\n"},
		{"answers between", `<div class="gmail_quote">On 3 Jun 2025, D &lt;d@x.example&gt; wrote:<blockquote>b</blockquote><div>mine</div><blockquote>c</blockquote></div>`,
			"mine\n", "On 3 Jun 2025, D <d@x.example> wrote:\n> b\n> c\n"},
		{"Outlook", `<p>a</p><div id="divRplyFwdMsg"><b>De :</b> D<br><b>Envoyé :</b> mardi 3 juin 2025 10:02<br><b>À :</b> E<br><b>Objet :</b> x</div><div>b</div>`,
			"a\n", "De : D\nEnvoyé : mardi 3 juin 2025 10:02\nÀ : E\nObjet : x\nb\n"},
		{"Yahoo", `a<div class="yahoo_quoted">b</div>`, "a\n", "b\n"},
		{"GMX", `a<div name="quote" style="border-left:2px solid"><div><b>Gesendet:</b> x</div>b</div>`, "a\n", "Gesendet: x\nb\n"},
		{"Proton", `a<div class="protonmail_quote">b</div>`, "a\n", "b\n"},
		{"Zimbra", `a<hr id="zwchr" data-marker="__DIVIDER__"><b>b</b>`, "a\n", "b\n"},
		{"quote in a cell", `<table><tr><td>a<blockquote>b</blockquote></td></tr></table>c`, "a\nc\n", "> b\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := Parse(letter(test.in, "Content-Type: text/html; charset=utf-8"), Options{})
			if m.Text != test.own || m.Quoted != test.quoted {
				t.Errorf("own %q, quoted %q; want %q, %q", m.Text, m.Quoted, test.own, test.quoted)
			}
		})
	}
}
