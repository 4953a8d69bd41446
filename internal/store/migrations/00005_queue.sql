-- +goose Up
-- The queue: where a ticket stands follows from its own columns and from its checks, and triggers keep it so, whatever code writes.

ALTER TABLE tickets ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;  -- the check that waits for a decision; 0: none does
ALTER TABLE tickets ADD COLUMN worst TEXT NOT NULL DEFAULT '';      -- the worst verdict of the newest check; empty: there never was one
ALTER TABLE tickets ADD COLUMN answered_at INTEGER;                   -- when the first answer or question was queued; null: none was yet
ALTER TABLE tickets ADD COLUMN tab TEXT NOT NULL GENERATED ALWAYS AS (
	CASE WHEN status = 'closed' THEN 'solved'
		WHEN waiting <> 0 AND status = 'open' THEN 'decide'
		WHEN trouble <> '' OR contested <> '' THEN 'trouble'
		WHEN status = 'pending' THEN 'pending'
		WHEN status = 'open' THEN 'read'
		ELSE 'solved' END) VIRTUAL;

-- A finding's verdict in the JSON of a check. Quotation marks inside a text are escaped there, so no text can pass for a verdict; and to
-- search for four short strings costs the intake of mails less than to parse the JSON.
UPDATE tickets SET
	answered_at = (SELECT min(created_at) FROM deliveries d WHERE d.ticket_id = tickets.id AND d.occasion <> 'received'),
	waiting = coalesce((SELECT id FROM checks c WHERE c.ticket_id = tickets.id AND c.status = 'waiting'), 0),
	worst = coalesce((SELECT CASE WHEN instr(findings, '"verdict":"alarm"') THEN 'alarm' WHEN instr(findings, '"verdict":"warning"') THEN 'warning'
		WHEN instr(findings, '"verdict":"info"') THEN 'info' ELSE 'ok' END FROM checks c WHERE c.ticket_id = tickets.id ORDER BY id DESC LIMIT 1), '');

CREATE INDEX tickets_by_tab ON tickets (tab, id);
CREATE INDEX tickets_by_filter ON tickets (tab, kind, language, worst, id);
CREATE INDEX tickets_by_day ON tickets (created_at);
CREATE INDEX checks_by_member ON checks (member_id, ticket_id) WHERE member_id IS NOT NULL;
DROP INDEX mails_by_ticket;
CREATE INDEX mails_by_ticket ON mails (ticket_id, received_at) WHERE ticket_id IS NOT NULL;
CREATE INDEX mails_by_outcome ON mails (outcome);
CREATE INDEX mail_locations_found_again ON mail_locations (found_again) WHERE found_again = 1;
CREATE INDEX deliveries_by_status ON deliveries (status);

-- How many tickets stand in each tab: to count them at each look would cost more the more there are.
CREATE TABLE tab_counts (
	tab TEXT    PRIMARY KEY,
	n   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO tab_counts (tab, n) VALUES ('decide', 0), ('trouble', 0), ('pending', 0), ('read', 0), ('solved', 0);
UPDATE tab_counts SET n = (SELECT count(*) FROM tickets t WHERE t.tab = tab_counts.tab);

-- +goose StatementBegin
CREATE TRIGGER tickets_are_counted AFTER INSERT ON tickets
BEGIN UPDATE tab_counts SET n = n + 1 WHERE tab = NEW.tab; END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER tickets_change_tab AFTER UPDATE ON tickets WHEN OLD.tab <> NEW.tab
BEGIN UPDATE tab_counts SET n = n + CASE tab WHEN NEW.tab THEN 1 ELSE -1 END WHERE tab IN (OLD.tab, NEW.tab); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER tickets_are_uncounted AFTER DELETE ON tickets
BEGIN UPDATE tab_counts SET n = n - 1 WHERE tab = OLD.tab; END;
-- +goose StatementEnd

-- Ids of checks ascend, so an inserted check is the newest of its ticket.
-- +goose StatementBegin
CREATE TRIGGER checks_place_their_ticket AFTER INSERT ON checks
BEGIN UPDATE tickets SET
	waiting = CASE NEW.status WHEN 'waiting' THEN NEW.id ELSE waiting END,
	worst = CASE WHEN instr(NEW.findings, '"verdict":"alarm"') THEN 'alarm' WHEN instr(NEW.findings, '"verdict":"warning"') THEN 'warning'
		WHEN instr(NEW.findings, '"verdict":"info"') THEN 'info' ELSE 'ok' END
	WHERE id = NEW.ticket_id; END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER checks_replace_their_ticket AFTER UPDATE OF status, findings, ticket_id ON checks
BEGIN UPDATE tickets SET
	waiting = coalesce((SELECT id FROM checks c WHERE c.ticket_id = tickets.id AND c.status = 'waiting'), 0),
	worst = coalesce((SELECT CASE WHEN instr(findings, '"verdict":"alarm"') THEN 'alarm' WHEN instr(findings, '"verdict":"warning"') THEN 'warning'
		WHEN instr(findings, '"verdict":"info"') THEN 'info' ELSE 'ok' END FROM checks c WHERE c.ticket_id = tickets.id ORDER BY id DESC LIMIT 1), '')
	WHERE id IN (OLD.ticket_id, NEW.ticket_id); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER checks_leave_their_ticket AFTER DELETE ON checks
BEGIN UPDATE tickets SET
	waiting = coalesce((SELECT id FROM checks c WHERE c.ticket_id = tickets.id AND c.status = 'waiting'), 0),
	worst = coalesce((SELECT CASE WHEN instr(findings, '"verdict":"alarm"') THEN 'alarm' WHEN instr(findings, '"verdict":"warning"') THEN 'warning'
		WHEN instr(findings, '"verdict":"info"') THEN 'info' ELSE 'ok' END FROM checks c WHERE c.ticket_id = tickets.id ORDER BY id DESC LIMIT 1), '')
	WHERE id = OLD.ticket_id; END;
-- +goose StatementEnd

-- That a mail was received is no answer.
-- +goose StatementBegin
CREATE TRIGGER deliveries_answer_their_ticket AFTER INSERT ON deliveries WHEN NEW.occasion <> 'received'
BEGIN UPDATE tickets SET answered_at = NEW.created_at WHERE id = NEW.ticket_id AND answered_at IS NULL; END;
-- +goose StatementEnd

-- The blind index of words (words.go). A token is the beginning of a keyed HMAC of a word; ids is the set of the tickets, of the 4,096 of
-- a block, that hold the word. A copy of the database alone tells which tickets share a word, and not which word.
-- Blocks come first in the key: what is new touches the few pages of the newest block, however many words older tickets have.
CREATE TABLE words (
	block INTEGER NOT NULL,
	token BLOB    NOT NULL,
	ids   BLOB    NOT NULL,
	PRIMARY KEY (block, token)
) STRICT, WITHOUT ROWID;

-- What was indexed of each ticket, so that what it lost is found no more.
CREATE TABLE ticket_words (
	ticket_id INTEGER PRIMARY KEY,
	tokens    BLOB NOT NULL
) STRICT;

-- Names and addresses of members, folded, for the search by their beginnings. They stand in the clear in members, and so they do here.
CREATE TABLE member_words (
	word      TEXT    NOT NULL,
	member_id INTEGER NOT NULL,
	PRIMARY KEY (word, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_words_by_member ON member_words (member_id);

-- Members whose words are not indexed yet. The folding is the program's, so it comes behind (desk.IndexWords).
CREATE TABLE members_due (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	member_id INTEGER NOT NULL
) STRICT;
INSERT INTO members_due (member_id) SELECT id FROM members ORDER BY id;

-- +goose StatementBegin
CREATE TRIGGER members_come AFTER INSERT ON members
BEGIN INSERT INTO members_due (member_id) VALUES (NEW.id); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER members_change AFTER UPDATE OF last_name, first_name, address ON members
WHEN OLD.last_name <> NEW.last_name OR OLD.first_name <> NEW.first_name OR OLD.address <> NEW.address
BEGIN INSERT INTO members_due (member_id) VALUES (NEW.id); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER members_go AFTER DELETE ON members
BEGIN DELETE FROM member_words WHERE member_id = OLD.id; END;
-- +goose StatementEnd
