-- One row a received log line. `id` is the sender's record id (or a digest of the line's place), so that a repeat is
-- no second row. `at` is the line's own time, or when it was received if it carries none (`timed` is 0 then).
CREATE TABLE logs (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  timed INTEGER NOT NULL,
  store_id TEXT,
  level TEXT,
  service TEXT,
  component TEXT,
  event TEXT,
  message TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX logs_at ON logs (at);
CREATE INDEX logs_event ON logs (event, at);
