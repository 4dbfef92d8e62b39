-- Instants are UTC text 'YYYY-MM-DD HH:MM:SS.SSS' unless a name ends in _ms.

-- One row for every run of a verb that watches or tells. `ended` is NULL while it runs or after it was killed;
-- a long run (serve) keeps `alive_at` fresh.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  verb TEXT NOT NULL,
  job TEXT,
  started TEXT NOT NULL,
  alive_at TEXT NOT NULL,
  ended TEXT,
  exit INTEGER
) STRICT;
CREATE INDEX run_verb ON run (verb, started);

-- The columns that the seeds' queries name, and the phases of a probe.
CREATE TABLE health_checks (
  id INTEGER PRIMARY KEY,
  timestamp TEXT NOT NULL,
  target TEXT NOT NULL,
  kind TEXT NOT NULL,
  ok INTEGER NOT NULL,
  reason TEXT,
  status_code INTEGER,
  response_time_ms REAL NOT NULL,
  resolve_ms REAL,
  connect_ms REAL,
  tls_ms REAL,
  first_byte_ms REAL,
  transfer_ms REAL,
  attempts INTEGER NOT NULL DEFAULT 1,
  cert_days REAL,
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX health_checks_target ON health_checks (target, timestamp);
CREATE INDEX health_checks_timestamp ON health_checks (timestamp);

CREATE TABLE heartbeats (
  id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  app_version TEXT,
  received_at TEXT NOT NULL,
  idempotency_key TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX heartbeats_store ON heartbeats (store_id, received_at);

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  labels TEXT NOT NULL,
  labels_hash TEXT NOT NULL,
  store_id TEXT,
  UNIQUE (name, labels_hash)
) STRICT;

CREATE TABLE samples (
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  value REAL NOT NULL,
  received_at TEXT NOT NULL,
  PRIMARY KEY (series, at_ms)
) STRICT, WITHOUT ROWID;

-- What `POST /api/monitoring/metric` has taken, so that a repeat changes nothing.
CREATE TABLE ingest_key (
  key TEXT PRIMARY KEY,
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_state (
  rule TEXT PRIMARY KEY,
  definition_hash TEXT NOT NULL,
  evaluated_at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  error TEXT
) STRICT;

-- state: pending, firing or ended. At most one open alert an identity.
CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  labels_hash TEXT NOT NULL,
  labels TEXT NOT NULL,
  severity TEXT NOT NULL,
  state TEXT NOT NULL,
  held_ms INTEGER NOT NULL,
  missed_ms INTEGER,
  started TEXT NOT NULL,
  fired TEXT,
  ended TEXT,
  incident INTEGER REFERENCES incident (id),
  vals TEXT NOT NULL,
  annotations TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX alert_open ON alert (rule, labels_hash) WHERE state <> 'ended';
CREATE INDEX alert_fired ON alert (fired) WHERE fired IS NOT NULL;
CREATE INDEX alert_incident ON alert (incident);

CREATE TABLE transition (
  id INTEGER PRIMARY KEY,
  alert INTEGER NOT NULL REFERENCES alert (id),
  at TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  reason TEXT NOT NULL,
  vals TEXT NOT NULL,
  definition_hash TEXT NOT NULL
) STRICT;
CREATE INDEX transition_alert ON transition (alert);
CREATE INDEX transition_at ON transition (at);

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  route TEXT NOT NULL,
  group_key TEXT NOT NULL,
  severity TEXT NOT NULL,
  opened TEXT NOT NULL,
  closed TEXT,
  acked_by TEXT,
  acked_at TEXT,
  acked_severity TEXT,
  ack_until TEXT,
  ack_comment TEXT,
  revision INTEGER NOT NULL DEFAULT 0,
  told_revision INTEGER NOT NULL DEFAULT 0,
  step INTEGER NOT NULL DEFAULT 0,
  due_at TEXT
) STRICT;
CREATE UNIQUE INDEX incident_open ON incident (route, group_key) WHERE closed IS NULL;
CREATE INDEX incident_opened ON incident (opened);

-- state: queued, sending, sent, superseded, dead; for actions also started and unknown.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  incident INTEGER NOT NULL REFERENCES incident (id),
  revision INTEGER NOT NULL,
  step INTEGER NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  recipient TEXT NOT NULL,
  created TEXT NOT NULL,
  not_before TEXT NOT NULL,
  expires TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_until TEXT,
  state TEXT NOT NULL,
  error TEXT,
  body TEXT,
  settled TEXT,
  UNIQUE (incident, revision, step, kind, channel, recipient)
) STRICT;
CREATE INDEX outbox_open ON outbox (state, not_before) WHERE state IN ('queued', 'sending', 'started');

CREATE TABLE silence (
  id INTEGER PRIMARY KEY,
  matchers TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  labels TEXT NOT NULL
) STRICT;
CREATE INDEX event_at ON event (at);

-- How far each log file has been delivered; `file` is its identity, not its name.
CREATE TABLE checkpoint (
  entry TEXT NOT NULL,
  file TEXT NOT NULL,
  path TEXT NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  state TEXT NOT NULL,
  updated TEXT NOT NULL,
  PRIMARY KEY (entry, file)
) STRICT;
