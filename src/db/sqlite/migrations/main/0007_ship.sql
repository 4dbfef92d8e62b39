-- What the receiver of a [[ship]] entry has taught: how many bytes it takes at once, and before when it wants nothing.
CREATE TABLE ship_memory (
  entry TEXT NOT NULL PRIMARY KEY,
  receiver TEXT NOT NULL,
  most INTEGER,
  most_at TEXT,
  not_before TEXT,
  reason TEXT NOT NULL
) STRICT;

-- A digest of the row; one that was written before there was any has none.
ALTER TABLE checkpoint ADD COLUMN digest TEXT;
