package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/go-analyze/charts"

	"iec-iab.be/servicedesk/internal/desk"
	"iec-iab.be/servicedesk/internal/ticket"
)

// overviewDays are the weeks that the charts show.
const overviewDays = 28

type overviewPage struct {
	Frame
	Parts      []partLine
	Fetched    int64
	Outcomes   []countLine
	Balanced   bool
	Deliveries []countLine
	Members    int64
	Waiting    []waitingLine
	Charts     []chartView
}

type partLine struct {
	Name, Text string
	Well       bool
}

type countLine struct {
	Name  string
	Count int64
}

type waitingLine struct {
	Name, Path string
	Count      int64
	Oldest     time.Time
}

// chartView is a picture, and the same as a table for who does not see it.
type chartView struct {
	Title, Alt  string
	Light, Dark string
	Columns     []string
	Lines       [][]string
}

// figures keeps the last overview for the pictures of its page, which a browser asks for one by one right behind it.
type figures struct {
	mu   sync.Mutex
	last desk.Overview
}

// figuresLife is how old the figures of a picture may be.
const figuresLife = time.Minute

// overview reads the figures, or takes those of the page when they are not older than maxAge.
func (r *request) overview(maxAge time.Duration) (desk.Overview, error) {
	r.figures.mu.Lock() // also while they are read: many who ask at once are answered by one look
	defer r.figures.mu.Unlock()
	if age := r.Console.Clock().Sub(r.figures.last.Now); age >= 0 && age < maxAge {
		return r.figures.last, nil
	}
	o, err := r.Desk.Overview(r.Context(), overviewDays)
	if err == nil {
		r.figures.last = o
	}
	return o, err
}

func (r *request) showOverview() error {
	o, err := r.overview(0)
	if err != nil {
		return err
	}
	p := &overviewPage{
		Frame: Frame{Title: r.T("Overview")}, Fetched: o.Ledger.Fetched, Balanced: o.Ledger.Balanced(), Members: o.Members,
	}
	for _, part := range r.Parts() {
		p.Parts = append(p.Parts, r.partLine(part))
	}
	for _, outcome := range ticket.Outcomes() {
		p.Outcomes = append(p.Outcomes, countLine{r.Outcome(outcome), o.Ledger.Outcomes[outcome]})
	}
	if o.Ledger.FoundAgain > 0 {
		p.Outcomes = append(p.Outcomes, countLine{r.T("found again"), o.Ledger.FoundAgain})
	}
	for _, s := range []ticket.DeliveryStatus{ticket.Queued, ticket.Sent, ticket.Failed, ticket.Bounced} {
		p.Deliveries = append(p.Deliveries, countLine{r.T("Our mails: %s", s), o.Deliveries[s]})
	}
	for _, w := range o.Waiting {
		p.Waiting = append(p.Waiting, waitingLine{r.Capital(r.Tab(w.Tab)), queuePath(desk.QueueFilter{Tab: w.Tab}), w.Count, w.Oldest})
	}
	for _, c := range r.charts(o) {
		p.Charts = append(p.Charts, r.chartView(c))
	}
	return r.show(http.StatusOK, "overview", p)
}

// partLine says in words how a part of the worker does.
func (r *request) partLine(p Part) partLine {
	line := partLine{Name: r.partName(p.Name), Well: p.Well}
	switch {
	case !p.Well:
		line.Text = r.partWords(p)
	case !p.Last.IsZero():
		line.Text = r.T("last at work %s", r.AgoLong(r.Console.Clock().Sub(p.Last)))
	}
	return line
}

// chart is one picture: a row of bars for each series, one bar for each day.
type chart struct {
	name, title string
	series      []string
	days        []string
	values      [][]float64 // by series
	stacked     bool
	figure      func(float64) string
}

// charts are the pictures of the overview.
func (r *request) charts(o desk.Overview) []chart {
	received := chart{name: "received", title: r.T("Tickets received, by kind"), stacked: true, figure: r.figure}
	answer := chart{name: "answer", title: r.T("Hours to the first answer"), series: []string{r.T("half answered within"), r.T("nine of ten answered within")}, values: make([][]float64, 2), figure: r.figure}
	kinds := ticketKinds()
	received.values = make([][]float64, len(kinds))
	for _, k := range kinds {
		received.series = append(received.series, r.Kind(k))
	}
	for _, d := range o.Days {
		day := r.Date(d.Date)
		received.days, answer.days = append(received.days, day[:5]), append(answer.days, day[:5])
		for i, k := range kinds {
			received.values[i] = append(received.values[i], float64(d.Received[k]))
		}
		answer.values[0] = append(answer.values[0], d.Median.Hours())
		answer.values[1] = append(answer.values[1], d.NineOfTen.Hours())
	}
	return []chart{received, answer}
}

func (r *request) chartView(c chart) chartView {
	v := chartView{
		Title: c.title, Alt: r.T("%s, from %s to %s", c.title, c.days[0], c.days[len(c.days)-1]),
		Light: "/overview/" + c.name + ".svg", Dark: "/overview/" + c.name + "-dark.svg", Columns: append([]string{""}, c.series...),
	}
	for i := len(c.days) - 1; i >= 0; i-- {
		line := []string{c.days[i]}
		for s := range c.series {
			line = append(line, r.figure(c.values[s][i]))
		}
		v.Lines = append(v.Lines, line)
	}
	return v
}

// figure is a count as it is, and hours to a tenth.
func (r *request) figure(f float64) string {
	text := strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
	if r.Speaker.Language() != ticket.English {
		text = strings.ReplaceAll(text, ".", ",")
	}
	return text
}

// showChart draws one of the pictures. It is a picture and nothing else: the style that its lines carry counts in no page.
func (r *request) showChart() error {
	name, ok := strings.CutSuffix(r.PathValue("chart"), ".svg")
	if !ok {
		return ticket.ErrNotFound
	}
	name, dark := strings.CutSuffix(name, "-dark")
	o, err := r.overview(figuresLife)
	if err != nil {
		return err
	}
	for _, c := range r.charts(o) {
		if c.name == name {
			return r.draw(c, dark)
		}
	}
	return ticket.ErrNotFound
}

func (r *request) draw(c chart, dark bool) error {
	svg, err := c.svg(dark)
	if err != nil {
		return err
	}
	return r.write(http.StatusOK, "image/svg+xml", svg)
}

// The colours of the series, told apart with every kind of colour blindness (Okabe and Ito, 2008).
var (
	lightSeries = []string{"#0072b2", "#e69f00", "#009e73", "#7f7f7f"}
	darkSeries  = []string{"#56b4e9", "#f0c44d", "#3fc79a", "#a8a8a8"}
)

func (c chart) highest() (most float64) {
	for _, series := range c.values {
		most = max(most, slices.Max(series))
	}
	return most
}

func (c chart) svg(dark bool) ([]byte, error) {
	theme, series, page, text, line := charts.ThemeLight, lightSeries, "#ffffff", "#1a1f26", "#cfd5dc"
	if dark {
		theme, series, page, text, line = charts.ThemeDark, darkSeries, "#161b22", "#e4e9ef", "#323c48"
	}
	var colors []charts.Color
	for _, s := range series {
		colors = append(colors, charts.ColorFromHex(s))
	}
	palette := charts.GetTheme(theme).WithBackgroundColor(charts.ColorFromHex(page)).WithTextColor(charts.ColorFromHex(text)).
		WithAxisSplitLineColor(charts.ColorFromHex(line)).WithSeriesColors(colors)
	o := charts.NewBarChartOptionWithData(c.values)
	o.Theme, o.StackSeries = palette, charts.Ptr(c.stacked)
	o.CategoryAxis.Labels, o.CategoryAxis.LabelCount = c.days, 7
	o.CategoryAxis.LabelFontStyle.FontSize = 9
	o.ValueAxis = []charts.ValueAxisOption{{ValueFormatter: c.figure}}
	if c.highest() < 1 {
		o.ValueAxis[0].Max = charts.Ptr(1.0) // a few seconds, or nothing at all, are no mountain
	}
	o.Legend = charts.LegendOption{SeriesNames: c.series, FontStyle: charts.FontStyle{FontSize: 9}}
	p := charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputSVG, Width: 640, Height: 260})
	if err := p.BarChart(o); err != nil {
		return nil, err
	}
	return p.Bytes()
}
