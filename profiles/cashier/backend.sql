-- The tables of the cashier backend that the shipped queries read, with the names that the monitoring plan gives them.
-- Timestamps are UTC text 'YYYY-MM-DD HH:MM:SS', as SQLite's datetime('now') writes them; another backend may keep
-- ISO 8601 text or Unix time and say so in [sources.backend] timestamps. Amounts are roubles.

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL
);

CREATE TABLE cashier_transactions (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL,
  store_id INTEGER NOT NULL,
  customer_id INTEGER REFERENCES customers (id),
  type TEXT NOT NULL,            -- earn | redeem
  status TEXT NOT NULL,          -- success | failed
  purchase_amount REAL NOT NULL,
  points_amount REAL NOT NULL,
  discount_amount REAL NOT NULL DEFAULT 0,
  error_code TEXT
);
CREATE INDEX cashier_transactions_created ON cashier_transactions (created_at, store_id);
CREATE INDEX cashier_transactions_customer ON cashier_transactions (customer_id, created_at);

CREATE TABLE api_requests (
  id INTEGER PRIMARY KEY,
  timestamp TEXT NOT NULL,
  store_id INTEGER,
  endpoint TEXT NOT NULL,        -- /api/cashier/earn | /api/cashier/redeem | …
  type TEXT,                     -- earn | redeem | NULL
  status_code INTEGER NOT NULL,
  latency_ms REAL NOT NULL
);
CREATE INDEX api_requests_timestamp ON api_requests (timestamp);

CREATE TABLE api_errors (
  id INTEGER PRIMARY KEY,
  timestamp TEXT NOT NULL,
  store_id INTEGER,
  endpoint TEXT,
  error_code TEXT NOT NULL       -- INSUFFICIENT_BALANCE, INVALID_CUSTOMER, NETWORK_ERROR, DATABASE_ERROR, …
);
CREATE INDEX api_errors_timestamp ON api_errors (timestamp);

CREATE TABLE onec_api_calls (
  id INTEGER PRIMARY KEY,
  timestamp TEXT NOT NULL,
  store_id INTEGER NOT NULL,
  status TEXT NOT NULL,          -- success | failed | timeout
  duration_ms REAL NOT NULL
);
CREATE INDEX onec_api_calls_timestamp ON onec_api_calls (timestamp);

CREATE TABLE database_queries (
  id INTEGER PRIMARY KEY,
  timestamp TEXT NOT NULL,
  store_id INTEGER,
  query TEXT NOT NULL,           -- createCashierTransaction, …
  operation TEXT NOT NULL,       -- select | insert | update | delete
  status TEXT NOT NULL,          -- success | failed
  duration_ms REAL NOT NULL
);
CREATE INDEX database_queries_timestamp ON database_queries (timestamp);

CREATE TABLE security_events (
  id INTEGER PRIMARY KEY,
  timestamp TEXT NOT NULL,
  store_id INTEGER,
  kind TEXT NOT NULL,            -- failed_auth | suspicious_input | breach
  ip_address TEXT
);
CREATE INDEX security_events_timestamp ON security_events (timestamp);
