-- Routing, escalation, events and the audit trail.

-- An outbox row is about a subject: 'incident:12', 'event:5' or 'test:...'. Rows of one channel, recipient and bundle
-- that are due together are sent as one message. `person` is the name behind the recipient's address; `receipt` is what
-- the channel answered, for later messages about the same subject.
CREATE TABLE outbox_2 (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  incident INTEGER REFERENCES incident (id),
  event INTEGER REFERENCES event (id),
  revision INTEGER NOT NULL,
  step INTEGER NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  person TEXT NOT NULL,
  recipient TEXT NOT NULL,
  bundle TEXT,
  created TEXT NOT NULL,
  not_before TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_until TEXT,
  state TEXT NOT NULL,
  error TEXT,
  body TEXT,
  receipt TEXT,
  settled TEXT,
  UNIQUE (subject, revision, step, kind, channel, recipient)
) STRICT;
INSERT INTO outbox_2 (id, subject, incident, revision, step, kind, channel, person, recipient, created, not_before,
                      attempts, lease_until, state, error, body, settled)
SELECT id, 'incident:' || incident, incident, revision, step, kind, channel, recipient, recipient, created, not_before,
       attempts, lease_until, state, error, body, settled
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_2 RENAME TO outbox;
CREATE INDEX outbox_open ON outbox (state, not_before) WHERE state IN ('queued', 'sending', 'started', 'dead');
CREATE INDEX outbox_incident ON outbox (incident);
CREATE INDEX outbox_settled ON outbox (channel, settled) WHERE settled IS NOT NULL;

-- `notified_at` is when somebody was told first, `told_at` when last. `severity_by` has pinned the severity by hand; `held` is why nothing is told at present.
ALTER TABLE incident ADD COLUMN group_labels TEXT NOT NULL DEFAULT '{}';
ALTER TABLE incident ADD COLUMN notified_at TEXT;
ALTER TABLE incident ADD COLUMN told_at TEXT;
ALTER TABLE incident ADD COLUMN told_severity TEXT;
ALTER TABLE incident ADD COLUMN severity_by TEXT;
ALTER TABLE incident ADD COLUMN resolved_by TEXT;
ALTER TABLE incident ADD COLUMN held TEXT;
UPDATE incident SET told_revision = revision, notified_at = opened, told_at = opened, told_severity = severity;

-- told: 0 nothing, 1 that it fires, 2 that it ended.
ALTER TABLE alert ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
UPDATE alert SET told = 1 WHERE incident IS NOT NULL;

ALTER TABLE silence ADD COLUMN created TEXT NOT NULL DEFAULT '';
CREATE INDEX silence_ends ON silence (ends);

-- `key` is the sender's: an event of a kind and key is there once.
ALTER TABLE event ADD COLUMN key TEXT;
CREATE UNIQUE INDEX event_key ON event (kind, key);

-- Who did what by hand. Only ever added to.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;

-- Keys that this database made for itself, such as the one that signs acknowledgement links.
CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;
