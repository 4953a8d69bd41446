-- +goose Up
-- Who may sign in at the console. Sealed columns are bound to the id of their row. What a person holds (a link, a cookie, a session) is
-- never stored: only its SHA-256 is, and each is random enough that nothing can be guessed from it.

CREATE TABLE staff (
	id           INTEGER PRIMARY KEY AUTOINCREMENT,
	name         TEXT    NOT NULL,
	name_key     TEXT    NOT NULL UNIQUE, -- the name in small letters without accents: one may sign in with it
	address      TEXT    NOT NULL UNIQUE,
	roles        TEXT    NOT NULL,
	language     TEXT    NOT NULL CHECK (language IN ('', 'nl', 'fr', 'en', 'de')), -- of the interface; empty: the browser's
	disabled     INTEGER NOT NULL CHECK (disabled IN (0, 1)),
	password     BLOB,                    -- sealed PHC string; null: none was chosen yet
	password_at  INTEGER NOT NULL,
	totp         BLOB,                    -- sealed; null: no second factor
	totp_pending BLOB,                    -- sealed; shown, and not confirmed by a code yet
	totp_step    INTEGER NOT NULL,        -- the last step whose code was taken (RFC 6238 section 5.2: each counts once)
	created_at   INTEGER NOT NULL,
	signed_in_at INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_links (
	hash       BLOB    PRIMARY KEY,
	staff_id   INTEGER NOT NULL REFERENCES staff (id),
	mailed     INTEGER NOT NULL CHECK (mailed IN (0, 1)),
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	used_at    INTEGER NOT NULL -- 0: not yet
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_links_by_staff ON staff_links (staff_id, created_at);

CREATE TABLE staff_devices (
	hash       BLOB    PRIMARY KEY,
	staff_id   INTEGER NOT NULL REFERENCES staff (id),
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_devices_by_staff ON staff_devices (staff_id, created_at);

CREATE TABLE sessions (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	hash       BLOB    NOT NULL UNIQUE,
	staff_id   INTEGER REFERENCES staff (id), -- null: nobody has signed in yet
	data       BLOB    NOT NULL,              -- sealed
	source     TEXT    NOT NULL,
	agent      TEXT    NOT NULL,
	created_at INTEGER NOT NULL,
	seen_at    INTEGER NOT NULL,
	expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_staff ON sessions (staff_id, id) WHERE staff_id IS NOT NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- The mail with a link to choose a password, and a reply template as a test, go to one of the staff and belong to no ticket, so
-- deliveries.ticket_id may be null for them. SQLite cannot take a NOT NULL away: the table is made anew. The attempts step aside
-- meanwhile, because dropping a table deletes its rows first, and they point at them. Counters of ids go along, so that no id is given
-- out twice.

CREATE TABLE deliveries_new (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	ticket_id   INTEGER REFERENCES tickets (id),
	check_id    INTEGER REFERENCES checks (id),
	occasion    TEXT    NOT NULL,
	automatic   INTEGER NOT NULL CHECK (automatic IN (0, 1)),
	language    TEXT    NOT NULL,
	sender      TEXT    NOT NULL,
	recipient   TEXT    NOT NULL,
	answer_key  TEXT    NOT NULL,        -- the recipient without the variants that reach the same mailbox
	message_id  TEXT    NOT NULL UNIQUE,
	raw         BLOB    NOT NULL,        -- sealed; never written again (R9)
	status      TEXT    NOT NULL CHECK (status IN ('queued', 'sent', 'failed', 'bounced')),
	attempts    INTEGER NOT NULL,
	queued_at   INTEGER NOT NULL,        -- when it was put into the queue last: from here on the patience counts
	due_at      INTEGER NOT NULL,
	lease_until INTEGER NOT NULL,
	last_error  TEXT    NOT NULL,
	created_at  INTEGER NOT NULL,
	updated_at  INTEGER NOT NULL,
	CHECK (ticket_id IS NOT NULL OR occasion IN ('staff_link', 'template_test'))
) STRICT;
INSERT INTO deliveries_new (id, ticket_id, check_id, occasion, automatic, language, sender, recipient, answer_key, message_id, raw, status,
		attempts, queued_at, due_at, lease_until, last_error, created_at, updated_at)
	SELECT id, ticket_id, check_id, occasion, automatic, language, sender, recipient, answer_key, message_id, raw, status,
		attempts, queued_at, due_at, lease_until, last_error, created_at, updated_at FROM deliveries ORDER BY id;
DELETE FROM sqlite_sequence WHERE name = 'deliveries_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'deliveries_new', seq FROM sqlite_sequence WHERE name = 'deliveries';

CREATE TABLE attempts_aside AS SELECT * FROM attempts;
DELETE FROM attempts; -- its counter stays
DROP TABLE deliveries;
ALTER TABLE deliveries_new RENAME TO deliveries;
INSERT INTO attempts (id, delivery_id, number, result, code, text, started_at, ended_at)
	SELECT id, delivery_id, number, result, code, text, started_at, ended_at FROM attempts_aside ORDER BY id;
DROP TABLE attempts_aside;

CREATE INDEX deliveries_due ON deliveries (due_at) WHERE status = 'queued';
CREATE INDEX deliveries_by_ticket ON deliveries (ticket_id, id);
CREATE INDEX deliveries_automatic ON deliveries (answer_key, created_at) WHERE automatic = 1;
CREATE INDEX deliveries_automatic_all ON deliveries (created_at) WHERE automatic = 1;

-- +goose StatementBegin
CREATE TRIGGER deliveries_tell_after_approval BEFORE INSERT ON deliveries
WHEN NEW.occasion IN ('address_known', 'address_changed', 'address_changed_notice')
	AND NOT EXISTS (SELECT 1 FROM checks WHERE id = NEW.check_id AND ticket_id = NEW.ticket_id AND status = 'approved')
BEGIN SELECT RAISE(ABORT, 'R3: what tells anything about a member leaves only through an approved check'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER deliveries_are_written_once BEFORE UPDATE OF raw, message_id, recipient, sender, ticket_id, check_id, occasion ON deliveries
BEGIN SELECT RAISE(ABORT, 'R9: a reply is written once'); END;
-- +goose StatementEnd
