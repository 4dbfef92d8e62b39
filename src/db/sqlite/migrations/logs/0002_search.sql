-- Full text over the lines. `seq` is a number that outlives a VACUUM, for the index to point at.
CREATE TABLE logs_2 (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
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
INSERT INTO logs_2 (id, at, received_at, timed, store_id, level, service, component, event, message, body)
SELECT id, at, received_at, timed, store_id, level, service, component, event, message, body FROM logs ORDER BY rowid;
DROP TABLE logs;
ALTER TABLE logs_2 RENAME TO logs;
CREATE INDEX logs_at ON logs (at);
CREATE INDEX logs_event ON logs (event, at);
CREATE INDEX logs_level ON logs (level, at);

-- The words of a line: of JSON every key that has a value, and the value as it reads without escapes, but for the
-- timestamp, which is a column; of anything else the line. The index keeps no text, only where each word stands.
CREATE VIRTUAL TABLE logs_text USING fts5 (words, content = '', contentless_delete = 1);
CREATE VIEW logs_words (seq, words) AS
SELECT seq, CASE WHEN json_valid(body) THEN (
    SELECT group_concat(CASE WHEN typeof(key) = 'text' THEN key || ' ' || atom ELSE atom END, ' ')
    FROM json_tree(body) WHERE atom IS NOT NULL AND key IS NOT 'timestamp'
  ) ELSE body END
FROM logs;
INSERT INTO logs_text (rowid, words) SELECT seq, words FROM logs_words;

-- Lines are added and deleted, and never changed.
CREATE TRIGGER logs_is_added AFTER INSERT ON logs
BEGIN INSERT INTO logs_text (rowid, words) SELECT seq, words FROM logs_words WHERE seq = new.seq; END;
CREATE TRIGGER logs_is_deleted AFTER DELETE ON logs
BEGIN DELETE FROM logs_text WHERE rowid = old.seq; END;
CREATE TRIGGER logs_is_not_changed BEFORE UPDATE ON logs
BEGIN SELECT RAISE(ABORT, 'a line is never changed'); END;
