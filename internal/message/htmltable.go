package message

import (
	"slices"
	"strings"
)

// Tables deeper than this are layout, and read as blocks.
const maxTables = 20

type htmlCell struct {
	text string
	head bool // th, or bold throughout
}

type htmlTable struct {
	rows [][]htmlCell
	row  []htmlCell
	open bool // a cell is open; its block is on the stack
	head bool // it is a th
}

// tableStart handles a start tag that lays out a table, and reports whether it was one.
func (w *htmlWriter) tableStart(name string) bool {
	if name == "table" {
		w.breakBlock()
		if len(w.tables) < maxTables {
			w.tables = append(w.tables, &htmlTable{})
		}
		return true
	}
	if len(w.tables) == 0 || name != "tr" && name != "td" && name != "th" {
		return false
	}
	t := w.tables[len(w.tables)-1]
	w.endCell(t)
	if name == "tr" {
		t.endRow()
		return true
	}
	t.open, t.head = true, name == "th"
	w.blocks = append(w.blocks, &htmlBlock{base: w.quote})
	return true
}

func (w *htmlWriter) tableEnd(name string) bool {
	if len(w.tables) == 0 {
		return false
	}
	t := w.tables[len(w.tables)-1]
	switch name {
	case "td", "th":
		w.endCell(t)
	case "tr":
		w.endCell(t)
		t.endRow()
	case "table":
		w.endTable()
	default:
		return false
	}
	return true
}

func (w *htmlWriter) endCell(t *htmlTable) {
	if !t.open {
		return
	}
	t.open = false
	b := w.block()
	w.breakBlock()
	w.blocks = w.blocks[:len(w.blocks)-1]
	text := strings.Trim(b.finish(), "\n ")
	t.row = append(t.row, htmlCell{text: text, head: t.head || text != "" && !b.light})
}

func (t *htmlTable) endRow() {
	if len(t.row) > 0 {
		t.rows = append(t.rows, t.row)
		t.row = nil
	}
}

func (w *htmlWriter) endTable() {
	t := w.tables[len(w.tables)-1]
	w.endCell(t)
	t.endRow()
	w.tables = w.tables[:len(w.tables)-1]
	w.breakBlock()
	if text := t.render(); text != "" {
		w.lines(text)
	}
}

// render lays the rows out as lines. Under a row of heads each cell is read with its head, as a person does.
func (t *htmlTable) render() string {
	var b strings.Builder
	if t.isMatrix() {
		return t.renderColumns()
	}
	heads := t.heads()
	for i, row := range t.rows {
		switch {
		case heads != nil && i == 0:
		case heads != nil && len(row) == len(heads):
			for j, cell := range row {
				if cell.text != "" {
					b.WriteString(label(heads[j].text) + cell.text + "\n")
				}
			}
		default:
			if line := renderRow(row); line != "" {
				b.WriteString(line + "\n")
			}
		}
	}
	return b.String()
}

// isMatrix reports whether a table has names in its first column and in its first row, the corner empty: what of several people is
// asked in each row.
func (t *htmlTable) isMatrix() bool {
	if len(t.rows) < 3 || len(t.rows[0]) < 3 || t.rows[0][0].text != "" {
		return false
	}
	for i, row := range t.rows {
		if len(row) != len(t.rows[0]) || i > 0 && !isName(row[0].text) {
			return false
		}
	}
	for _, cell := range t.rows[0][1:] {
		if !isName(cell.text) {
			return false
		}
	}
	return true
}

// isName reports whether a cell names others.
func isName(text string) bool {
	const longest = 60
	return text != "" && len(text) <= longest && !strings.ContainsAny(text, "0123456789@\n")
}

// selfHeads name the column of the writer.
var selfHeads = []string{"ik", "ikzelf", "mezelf", "mijzelf", "ik zelf", "zelf", "mijn gegevens", "moi", "moi-même", "mes données", "me", "myself", "mine", "ich", "ich selbst", "meine daten"}

// renderColumns reads a matrix column by column, as a person does, that of the writer first.
func (t *htmlTable) renderColumns() string {
	var columns []int
	for column := 1; column < len(t.rows[0]); column++ {
		head, _, _ := strings.Cut(strings.ToLower(t.rows[0][column].text), "(")
		if slices.Contains(selfHeads, strings.Trim(head, " :")) {
			columns = append([]int{column}, columns...)
		} else {
			columns = append(columns, column)
		}
	}
	var b strings.Builder
	for i, column := range columns {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(label(t.rows[0][column].text) + "\n")
		for _, row := range t.rows[1:] {
			if row[column].text != "" {
				b.WriteString(label(row[0].text) + row[column].text + "\n")
			}
		}
	}
	return b.String()
}

// label sets a colon behind the head of a cell.
func label(head string) string {
	if head == "" {
		return ""
	}
	return strings.TrimRight(head, ": ") + ": "
}

// heads returns the first row when it names what stands in the rows below: heads throughout, or three words or more above one
// row of data. Two columns of ordinary cells are names and values side by side.
func (t *htmlTable) heads() []htmlCell {
	if len(t.rows) < 2 || len(t.rows[0]) < 2 || len(t.rows[1]) != len(t.rows[0]) {
		return nil
	}
	all, words := true, true
	for _, cell := range t.rows[0] {
		all = all && cell.head
		words = words && cell.text != "" && len(cell.text) <= 40 && !strings.ContainsAny(cell.text, "0123456789@\n")
	}
	data := false
	for _, cell := range t.rows[1] {
		data = data || strings.ContainsAny(cell.text, "0123456789@")
		all = all && !cell.head
	}
	if words && (all || data && len(t.rows) == 2 && len(t.rows[0]) >= 3) {
		return t.rows[0]
	}
	return nil
}

// renderRow sets the cells of a row apart. A row whose first cells have several lines is layout: then each cell stands alone.
func renderRow(row []htmlCell) string {
	var texts []string
	layout := false
	for _, cell := range row {
		if cell.text != "" {
			layout = layout || len(texts) > 0 && strings.Contains(texts[len(texts)-1], "\n")
			texts = append(texts, cell.text)
		}
	}
	switch {
	case layout:
		return strings.Join(texts, "\n")
	case len(texts) == 2 && len(row) == 2 && row[0].head && !row[1].head, len(texts) == 3 && texts[1] == ":":
		return label(texts[0]) + texts[len(texts)-1]
	}
	return strings.Join(texts, " | ")
}
