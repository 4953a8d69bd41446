-- +goose Up
-- Times are integers: milliseconds since 1970-01-01 UTC. Sealed columns hold AES-256-GCM (see keys.go); *_index columns hold keyed
-- HMACs, so that a value can be found without being readable. A national number stands in no other kind of column (R7).

CREATE TABLE settings (
	name  TEXT PRIMARY KEY,
	value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- How far each mailbox was read. fetched counts the mails handed over, independently of the rows they became (R2).
CREATE TABLE cursors (
	mailbox     TEXT    NOT NULL,
	uidvalidity INTEGER NOT NULL,
	last_uid    INTEGER NOT NULL,
	fetched     INTEGER NOT NULL,
	updated_at  INTEGER NOT NULL,
	PRIMARY KEY (mailbox, uidvalidity)
) STRICT, WITHOUT ROWID;

CREATE TABLE ref_counters (
	year INTEGER PRIMARY KEY,
	last INTEGER NOT NULL
) STRICT;

CREATE TABLE tickets (
	id                INTEGER PRIMARY KEY AUTOINCREMENT,
	ref               TEXT    NOT NULL UNIQUE,
	kind              TEXT    NOT NULL CHECK (kind IN ('address_forgotten', 'address_changed', 'password_forgotten', 'other')),
	status            TEXT    NOT NULL CHECK (status IN ('open', 'pending', 'solved', 'closed')),
	language          TEXT    NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
	requester_name    TEXT    NOT NULL,
	requester_address TEXT    NOT NULL,
	subject           TEXT    NOT NULL,
	missing           TEXT    NOT NULL,
	questions         INTEGER NOT NULL,
	trouble           TEXT    NOT NULL,
	contested         TEXT    NOT NULL, -- a change that was carried out, and against which somebody protests
	created_at        INTEGER NOT NULL,
	updated_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX tickets_by_status ON tickets (status, id);

CREATE TABLE mails (
	id               INTEGER PRIMARY KEY AUTOINCREMENT,
	ticket_id        INTEGER REFERENCES tickets (id),
	sha256           BLOB    NOT NULL,
	size             INTEGER NOT NULL,
	kept             INTEGER NOT NULL,
	outcome          TEXT    NOT NULL CHECK (outcome IN ('ticket', 'follow_up', 'automatic', 'bounce', 'ignored', 'unreadable')),
	reason           TEXT    NOT NULL,
	message_id_index BLOB,
	from_address     TEXT    NOT NULL,
	received_at      INTEGER NOT NULL,
	filed_at         INTEGER NOT NULL,
	raw              BLOB             -- sealed; null for a second copy of the same bytes
) STRICT;
CREATE INDEX mails_by_sha256 ON mails (sha256);
CREATE INDEX mails_by_message_id ON mails (message_id_index) WHERE message_id_index IS NOT NULL;
CREATE INDEX mails_by_ticket ON mails (ticket_id) WHERE ticket_id IS NOT NULL;

-- The key of a mail is where it lies (R1). A mail found again after the mailbox was renumbered has one row here for each place.
CREATE TABLE mail_locations (
	mailbox     TEXT    NOT NULL,
	uidvalidity INTEGER NOT NULL,
	uid         INTEGER NOT NULL,
	mail_id     INTEGER NOT NULL REFERENCES mails (id),
	found_again INTEGER NOT NULL CHECK (found_again IN (0, 1)),
	moved_at    INTEGER,              -- into the handled folder
	PRIMARY KEY (mailbox, uidvalidity, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_locations_by_mail ON mail_locations (mail_id);

CREATE TABLE members (
	id           INTEGER PRIMARY KEY AUTOINCREMENT,
	last_name    TEXT    NOT NULL,
	first_name   TEXT    NOT NULL,
	number       BLOB    NOT NULL,        -- sealed
	number_index BLOB    NOT NULL UNIQUE,
	address      TEXT    NOT NULL,        -- the known address, the user name; empty: none is known
	language     TEXT    NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
	version      INTEGER NOT NULL,
	updated_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX members_by_address ON members (address) WHERE address <> '';
CREATE INDEX members_by_name ON members (last_name, first_name);

CREATE TABLE claims (
	id             INTEGER PRIMARY KEY AUTOINCREMENT,
	ticket_id      INTEGER NOT NULL REFERENCES tickets (id),
	last_name      TEXT    NOT NULL,
	first_name     TEXT    NOT NULL,
	number         BLOB,                 -- sealed
	number_index   BLOB,
	number_problem TEXT    NOT NULL,
	new_address    TEXT    NOT NULL,
	created_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX claims_by_ticket ON claims (ticket_id, id);
CREATE INDEX claims_by_number ON claims (number_index) WHERE number_index IS NOT NULL;

CREATE TABLE checks (
	id             INTEGER PRIMARY KEY AUTOINCREMENT,
	ticket_id      INTEGER NOT NULL REFERENCES tickets (id),
	claim_id       INTEGER NOT NULL REFERENCES claims (id),
	mail_id        INTEGER NOT NULL REFERENCES mails (id),
	kind           TEXT    NOT NULL CHECK (kind IN ('address_forgotten', 'address_changed')),
	status         TEXT    NOT NULL CHECK (status IN ('waiting', 'approved', 'rejected', 'superseded')),
	member_id      INTEGER REFERENCES members (id),
	member_version INTEGER NOT NULL,
	recipient      TEXT    NOT NULL,
	new_address    TEXT    NOT NULL,
	findings       TEXT    NOT NULL,
	created_at     INTEGER NOT NULL,
	decided_at     INTEGER,
	decided_by     TEXT    NOT NULL,
	reason         TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX checks_one_waiting ON checks (ticket_id) WHERE status = 'waiting';
CREATE INDEX checks_by_ticket ON checks (ticket_id, id);

CREATE TABLE approvals (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	check_id INTEGER NOT NULL REFERENCES checks (id),
	status   TEXT    NOT NULL CHECK (status IN ('approved', 'rejected')),
	by       TEXT    NOT NULL,
	reason   TEXT    NOT NULL,
	at       INTEGER NOT NULL,
	UNIQUE (check_id, by)
) STRICT;

CREATE TABLE address_changes (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	member_id   INTEGER NOT NULL REFERENCES members (id),
	check_id    INTEGER REFERENCES checks (id), -- null: an import
	old_address TEXT    NOT NULL,
	new_address TEXT    NOT NULL,
	by          TEXT    NOT NULL,
	at          INTEGER NOT NULL
) STRICT;
CREATE INDEX address_changes_by_member ON address_changes (member_id, id);

CREATE TABLE deliveries (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	ticket_id   INTEGER NOT NULL REFERENCES tickets (id),
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
	updated_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE status = 'queued';
CREATE INDEX deliveries_by_ticket ON deliveries (ticket_id, id);
CREATE INDEX deliveries_automatic ON deliveries (answer_key, created_at) WHERE automatic = 1;
CREATE INDEX deliveries_automatic_all ON deliveries (created_at) WHERE automatic = 1;

CREATE TABLE attempts (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	delivery_id INTEGER NOT NULL REFERENCES deliveries (id),
	number      INTEGER NOT NULL,
	result      TEXT    NOT NULL CHECK (result IN ('started', 'sent', 'deferred', 'unknown', 'refused', 'abandoned')),
	code        INTEGER NOT NULL,
	text        TEXT    NOT NULL,
	started_at  INTEGER NOT NULL,
	ended_at    INTEGER,
	UNIQUE (delivery_id, number)
) STRICT;

CREATE TABLE events (
	id        INTEGER PRIMARY KEY,
	ticket_id INTEGER REFERENCES tickets (id),
	at        INTEGER NOT NULL,
	actor     TEXT    NOT NULL,
	name      TEXT    NOT NULL,
	text      TEXT    NOT NULL,
	key_id    INTEGER NOT NULL,
	prev_hash BLOB    NOT NULL,
	hash      BLOB    NOT NULL
) STRICT;
CREATE INDEX events_by_ticket ON events (ticket_id, id) WHERE ticket_id IS NOT NULL;

-- The rules that the database itself keeps, whatever code comes later.

-- +goose StatementBegin
CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
-- +goose StatementEnd

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

-- +goose StatementBegin
CREATE TRIGGER checks_are_decided_once BEFORE UPDATE OF status ON checks
WHEN OLD.status <> 'waiting'
BEGIN SELECT RAISE(ABORT, 'R8: this check was decided before'); END;
-- +goose StatementEnd
