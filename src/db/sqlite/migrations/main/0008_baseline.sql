-- What is usual: of a recorded series in each hour of the week (0 is Monday from 00:00, in the project's zone) the median
-- and the median absolute deviation, both NULL while too few weeks were recorded. `labels` are those of the series.
CREATE TABLE baseline (
  metric TEXT NOT NULL,
  labels TEXT NOT NULL,
  store_id TEXT,
  hour_of_week INTEGER NOT NULL,
  median REAL,
  spread REAL,
  weeks INTEGER NOT NULL,
  refreshed TEXT NOT NULL,
  PRIMARY KEY (metric, labels, hour_of_week)
) STRICT, WITHOUT ROWID;
