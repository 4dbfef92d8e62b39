-- Tokens made by `tokens create`; `hash` is the token's SHA-256. A token without a store sends for all of them.
CREATE TABLE token (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  store_id TEXT,
  hash BLOB NOT NULL UNIQUE,
  created TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires TEXT,
  last_used TEXT,
  revoked TEXT
) STRICT;
