-- What was learnt stays when something else is learnt in its place: a row holds from `refreshed` until `replaced`, and the
-- one that holds now until the end of time. A report of an old instant finds what held then.
CREATE TABLE baseline_history (
  metric TEXT NOT NULL,
  labels TEXT NOT NULL,
  store_id TEXT,
  hour_of_week INTEGER NOT NULL,
  median REAL,
  spread REAL,
  weeks INTEGER NOT NULL,
  refreshed TEXT NOT NULL,
  replaced TEXT NOT NULL DEFAULT '9999-12-31 23:59:59.999',
  PRIMARY KEY (metric, labels, hour_of_week, refreshed)
) STRICT, WITHOUT ROWID;
INSERT INTO baseline_history (metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed)
SELECT metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed FROM baseline;
DROP TABLE baseline;
CREATE UNIQUE INDEX baseline_holds ON baseline_history (metric, labels, hour_of_week)
WHERE replaced = '9999-12-31 23:59:59.999';
CREATE INDEX baseline_hour ON baseline_history (metric, hour_of_week, replaced);
CREATE INDEX baseline_replaced ON baseline_history (replaced);

-- What holds now: one row for each series and hour. A source that is read as of an instant has what held then instead.
CREATE VIEW baseline AS
SELECT metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed
FROM baseline_history WHERE replaced = '9999-12-31 23:59:59.999';

-- What is learnt ends what held before.
CREATE TRIGGER baseline_is_learnt INSTEAD OF INSERT ON baseline
BEGIN
  UPDATE baseline_history SET replaced = new.refreshed
  WHERE metric = new.metric AND labels = new.labels AND hour_of_week = new.hour_of_week
    AND replaced = '9999-12-31 23:59:59.999' AND refreshed < new.refreshed;
  INSERT INTO baseline_history (metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed)
  VALUES (new.metric, new.labels, new.store_id, new.hour_of_week, new.median, new.spread, new.weeks, new.refreshed);
END;
