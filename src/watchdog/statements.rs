//! The SQL of tillwatch's metrics of itself.

use crate::db::Statement;

/// The last of the runs that began in `[?1, ?2)` and ended with an exit code up to ?3, for each verb and job.
pub(super) const LAST_RUNS: Statement = Statement::new(
    "last runs",
    "SELECT verb, job, started, ended, exit FROM run WHERE id IN ( \
       WITH RECURSIVE verbs (name) AS ( \
         SELECT min(verb) FROM run \
         UNION ALL SELECT (SELECT min(verb) FROM run WHERE verb > name) FROM verbs WHERE name IS NOT NULL) \
       SELECT max(id) FROM run WHERE verb IN (SELECT name FROM verbs) AND started >= ?1 AND started < ?2 \
         AND ended IS NOT NULL AND exit <= ?3 GROUP BY verb, job) \
     ORDER BY verb, job",
);

pub(super) const RULES: Statement =
    Statement::new("rule states by outcome", "SELECT count(*), count(error) FROM rule_state");

pub(super) const ALERTS: Statement = Statement::new(
    "open alerts by state",
    "SELECT state, severity, count(*) FROM alert WHERE state <> 'ended' GROUP BY state, severity",
);

pub(super) const INCIDENTS: Statement = Statement::new(
    "open incidents by severity",
    "SELECT severity, count(*) FROM incident WHERE closed IS NULL GROUP BY severity",
);

/// Asks for all that the index `outbox_open` holds, and so by that index.
pub(super) const OUTBOX: Statement = Statement::new(
    "outbox by state",
    "SELECT state, count(*) FROM outbox WHERE state IN ('queued', 'sending', 'started', 'dead') GROUP BY state",
);

/// Since when the message waits that has waited longest of those that should have been sent by now.
pub(super) const OLDEST: Statement = Statement::new(
    "oldest message that is due",
    "SELECT min(CASE attempts WHEN 0 THEN not_before ELSE created END) FROM outbox \
     WHERE state IN ('queued', 'sending', 'started', 'dead') AND state IN ('queued', 'sending') \
       AND (attempts > 0 OR not_before <= ?1)",
);
