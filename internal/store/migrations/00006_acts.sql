-- +goose Up
-- What people do on a ticket. An act holds only for the version of the ticket that was shown.
ALTER TABLE tickets ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Who put right what reading made of a claim; empty: nobody, it is what the mails say.
ALTER TABLE claims ADD COLUMN corrected_by TEXT NOT NULL DEFAULT '';

-- Who laid the claim beside this member; empty: the member is the one of the claimed number.
ALTER TABLE checks ADD COLUMN chosen_by TEXT NOT NULL DEFAULT '';

-- How many numbers a person was shown in the last hour is asked at every further one.
CREATE INDEX events_revealed ON events (actor, at) WHERE name = 'revealed';
