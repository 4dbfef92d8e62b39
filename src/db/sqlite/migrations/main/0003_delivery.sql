-- `failures` counts the attempts that are known to have failed: what a run that died has left is none. `handled` is when
-- delivery last tried a message or put it off.
ALTER TABLE outbox ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN handled TEXT;
UPDATE outbox SET failures = attempts WHERE state IN ('queued', 'dead');
