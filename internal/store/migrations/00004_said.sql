-- +goose Up
-- The sentences of the history and of tickets in a form that can be said in other languages (JSON); empty for what an older version wrote.
ALTER TABLE events ADD COLUMN said TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN trouble_said TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN contested_said TEXT NOT NULL DEFAULT '';
