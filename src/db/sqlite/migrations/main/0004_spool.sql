-- What could not be pushed yet, oldest first. A row is what one request carries; `samples` and `bytes` are its size,
-- `destination` is where it was to go, without secrets, and `not_before` until when that asked to be left alone. Ids never
-- come again: a run deletes what it has sent by id, while others append.
CREATE TABLE spool (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  destination TEXT NOT NULL,
  samples INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  payload TEXT NOT NULL,
  created TEXT NOT NULL,
  not_before TEXT
) STRICT;
