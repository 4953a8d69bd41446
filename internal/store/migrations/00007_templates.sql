-- +goose Up
-- What admins make of the reply templates. The files are the factory setting; the newest version of a key goes out in their place.
-- No template holds anything of a member, so nothing here is sealed.

CREATE TABLE template_versions (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	occasion  TEXT    NOT NULL,
	language  TEXT    NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
	number    INTEGER NOT NULL CHECK (number > 0), -- 1 is the first of its key
	source    TEXT    NOT NULL,
	by_name   TEXT    NOT NULL,
	second_by TEXT    NOT NULL,                    -- who published what by_name had proposed; empty without the rule of the second admin
	reason    TEXT    NOT NULL,
	original  INTEGER NOT NULL CHECK (original IN (0, 1)), -- back to the file
	at        INTEGER NOT NULL,
	UNIQUE (occasion, language, number)
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER template_versions_no_update BEFORE UPDATE ON template_versions
BEGIN SELECT RAISE(ABORT, 'versions of templates are append-only'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER template_versions_no_delete BEFORE DELETE ON template_versions
BEGIN SELECT RAISE(ABORT, 'versions of templates are append-only'); END;
-- +goose StatementEnd

-- One draft a key. Its id is its version: every save gives it the next one, so that no version comes twice, even when a draft was thrown
-- away and another one begun (R8).
CREATE TABLE template_drafts (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	occasion    TEXT    NOT NULL,
	language    TEXT    NOT NULL CHECK (language IN ('nl', 'fr', 'en', 'de')),
	source      TEXT    NOT NULL,
	by_name     TEXT    NOT NULL,
	at          INTEGER NOT NULL,
	base        INTEGER NOT NULL, -- the version that it began from; 0: the original
	proposed_by TEXT    NOT NULL, -- empty: it waits for nobody
	reason      TEXT    NOT NULL, -- of the proposal
	UNIQUE (occasion, language)
) STRICT;

-- A template as a test goes to who tunes it, and belongs to no ticket. SQLite cannot change a CHECK: the table is made anew, as in
-- 00003, where the steps are explained.

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
CREATE INDEX deliveries_by_status ON deliveries (status);

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
CREATE TRIGGER deliveries_answer_their_ticket AFTER INSERT ON deliveries WHEN NEW.occasion <> 'received'
BEGIN UPDATE tickets SET answered_at = NEW.created_at WHERE id = NEW.ticket_id AND answered_at IS NULL; END;
-- +goose StatementEnd
