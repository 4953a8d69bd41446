package store

import "fmt"

// pending are rows that wait for the end of the transaction, to be written together: a batch of mails costs two statements for
// them instead of hundreds. Whoever reads their tables inside the transaction flushes first.
type pending struct {
	locations []locationRow
	events    []eventRow
	last      *eventRow        // the end of the chain, written or not; nil: not looked up yet
	refs      map[int]int64    // the last number given out in a year
	given     map[int]struct{} // the years in which this transaction gave out numbers
	ids       map[string]int64 // the last id given out in a table
}

// nextID gives out the next id of a table; nobody else can while this transaction writes. Ids that are known beforehand spare a query
// for each row.
func (tx *Tx) nextID(table string) (int64, error) {
	p := &tx.pending
	if p.ids == nil {
		p.ids = map[string]int64{}
	}
	if _, known := p.ids[table]; !known {
		var last int64
		if err := tx.db.Raw("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?", table).Scan(&last).Error; err != nil {
			return 0, fmt.Errorf("next id of %s: %w", table, err)
		}
		p.ids[table] = last
	}
	p.ids[table]++
	return p.ids[table], nil
}

// flushRows is how many rows go into one statement; SQLite allows 32,766 parameters.
const flushRows = 500

// flush writes what waits.
func (tx *Tx) flush() error {
	p := &tx.pending
	if len(p.locations) > 0 {
		if err := tx.db.CreateInBatches(p.locations, flushRows).Error; err != nil {
			return err
		}
		p.locations = nil
	}
	if len(p.events) > 0 {
		if err := tx.db.CreateInBatches(p.events, flushRows).Error; err != nil {
			return err
		}
		if err := tx.sealHead(p.events[len(p.events)-1]); err != nil {
			return err
		}
		p.events = nil
	}
	for year := range p.given {
		err := tx.db.Exec("INSERT INTO ref_counters (year, last) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET last = excluded.last", year, p.refs[year]).Error
		if err != nil {
			return err
		}
	}
	clear(p.given)
	return nil
}

// nextRef gives out the next number of a year. A transaction that is rolled back gives its numbers back.
func (tx *Tx) nextRef(year int) (int64, error) {
	p := &tx.pending
	if p.refs == nil {
		p.refs, p.given = map[int]int64{}, map[int]struct{}{}
	}
	if _, known := p.refs[year]; !known {
		var last int64
		if err := tx.db.Raw("SELECT coalesce(max(last), 0) FROM ref_counters WHERE year = ?", year).Scan(&last).Error; err != nil {
			return 0, err
		}
		p.refs[year] = last
	}
	p.refs[year]++
	p.given[year] = struct{}{}
	return p.refs[year], nil
}
