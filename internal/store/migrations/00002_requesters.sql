-- +goose Up
-- Whether the sender of a new mail has an open ticket already is asked for every mail.
CREATE INDEX tickets_by_requester ON tickets (requester_address, id) WHERE status IN ('open', 'pending');
