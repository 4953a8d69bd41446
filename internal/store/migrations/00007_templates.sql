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
