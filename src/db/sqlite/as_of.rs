//! What an own database knew at an instant, under the names that queries use: views of the connection alone, which stand
//! before the tables and views of the file.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use crate::time::sql_text;

/// From now on `baseline` is what was held to be usual at that instant, `incident` is without what was done later, `event` has
/// what had been noted, and `logs`, with all views that are made of it, the lines that had been received. A file that an
/// earlier version left may know nothing of them.
pub(super) fn look_back(connection: &Connection, to: Timestamp) -> rusqlite::Result<()> {
    let at = sql_text(to);
    if has_table(connection, "baseline_history")? {
        connection.execute_batch(&format!(
            "CREATE TEMP VIEW baseline AS
             SELECT metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed
             FROM main.baseline_history WHERE refreshed <= '{at}' AND replaced > '{at}'"
        ))?;
    }
    if has_table(connection, "incident")? {
        connection.execute_batch(&incidents(connection, &at)?)?;
    }
    if columns(connection, "event")?.iter().any(|column| column == "noted") {
        connection.execute_batch(&format!(
            "CREATE TEMP VIEW event AS SELECT * FROM main.event WHERE COALESCE(noted, at) <= '{at}'"
        ))?;
    }
    if has_table(connection, "logs")? {
        connection.execute_batch(&format!(
            "CREATE TEMP VIEW logs AS SELECT * FROM main.logs WHERE received_at <= '{at}'"
        ))?;
        let views = "SELECT sql FROM main.sqlite_schema WHERE type = 'view' ORDER BY rowid";
        let views: Vec<String> =
            connection.prepare(views)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for view in views {
            connection.execute_batch(&view.replacen("CREATE VIEW", "CREATE TEMP VIEW", 1))?;
        }
    }
    Ok(())
}

/// The view of incidents. A row keeps the latest alone, and the audit trail what people did before: an acknowledgement holds
/// that was not taken back; a severity was the gravest of the alerts that had fired, or what somebody had set.
fn incidents(connection: &Connection, at: &str) -> rusqlite::Result<String> {
    let trail = |what: &str| {
        format!("SELECT {what} FROM main.audit WHERE subject = 'incident:' || main.incident.id AND at")
    };
    let acks = "action IN ('ack', 'unack')";
    let has_trail = has_table(connection, "audit")?;
    let as_of = |column: String| match column.as_str() {
        "closed" => format!("CASE WHEN closed <= '{at}' THEN closed END AS closed"),
        "severity" if has_trail => format!(
            "COALESCE(
               ({} > '{at}' AND action = 'severity' ORDER BY id LIMIT 1),
               (SELECT MIN(severity) FROM main.alert
                WHERE incident = main.incident.id AND fired <= '{at}' AND severity_by IS NULL),
               severity
             ) AS severity",
            trail("detail ->> '$.from'")
        ),
        "acked_at" if !has_trail => format!("CASE WHEN acked_at <= '{at}' THEN acked_at END AS acked_at"),
        "acked_at" => format!(
            "CASE WHEN EXISTS ({} > '{at}' AND {acks})
               THEN ({} <= '{at}' AND {acks} ORDER BY id DESC LIMIT 1)
               WHEN acked_at <= '{at}' THEN acked_at END AS acked_at",
            trail("1"),
            trail("IIF(action = 'ack', at, NULL)"),
        ),
        _ => column,
    };
    let columns: Vec<String> = columns(connection, "incident")?.into_iter().map(as_of).collect();
    let columns = columns.join(", ");
    Ok(format!("CREATE TEMP VIEW incident AS SELECT {columns} FROM main.incident WHERE opened <= '{at}'"))
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let names = "SELECT name FROM pragma_table_info(?1) ORDER BY cid";
    connection.prepare(names)?.query_map([table], |row| row.get(0))?.collect()
}

fn has_table(connection: &Connection, name: &str) -> rusqlite::Result<bool> {
    let found = "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1";
    Ok(connection.query_row(found, [name], |_| Ok(())).optional()?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Database;

    /// What a statement gives as of an instant, its cells joined.
    fn as_of(folder: &tempfile::TempDir, file: &str, at: &str, sql: &str) -> Vec<String> {
        let connection = Connection::open(folder.path().join(file)).unwrap();
        look_back(&connection, at.parse().unwrap()).unwrap();
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    fn fill(folder: &tempfile::TempDir, file: &str, sql: &str) {
        Connection::open(folder.path().join(file)).unwrap().execute_batch(sql).unwrap();
    }

    #[test]
    fn a_baseline_is_the_one_that_held_then_and_one_for_each_series_and_hour() {
        let folder = tempfile::tempdir().unwrap();
        Database::open(&folder.path().join("own.db")).unwrap();
        for (median, refreshed) in [(10, "2025-10-01"), (20, "2025-10-02"), (30, "2025-10-03")] {
            let put = format!(
                "INSERT INTO baseline VALUES ('m', '{{}}', NULL, 7, {median}, 1, 4, '{refreshed} 00:00:00.000')"
            );
            fill(&folder, "own.db", &put);
        }
        let held = |at: &str| as_of(&folder, "own.db", at, "SELECT CAST(median AS TEXT) FROM baseline");
        assert!(held("2025-09-30T23:59:59.999Z").is_empty());
        assert_eq!(held("2025-10-02T00:00:00Z"), ["20.0"]);
        assert_eq!(held("2025-10-02T23:59:59.999Z"), ["20.0"]);
        assert_eq!(held("2026-01-01T00:00:00Z"), ["30.0"]);
        let plain = Connection::open(folder.path().join("own.db")).unwrap();
        let newest = plain.query_row("SELECT median FROM baseline", [], |row| row.get::<_, f64>(0));
        assert_eq!(newest, Ok(30.0), "whoever opens the file has what holds now");
    }

    #[test]
    fn a_line_that_was_received_later_is_in_no_view_and_a_window_is_still_found_by_its_index() {
        let folder = tempfile::tempdir().unwrap();
        Database::open_logs(&folder.path().join("logs.db")).unwrap();
        for received in ["12:00:00.000", "12:00:00.001"] {
            let put = format!(
                "INSERT INTO logs (id, at, received_at, timed, event, body)
                 VALUES ('{received}', '2025-10-24 11:00:00.000', '2025-10-24 {received}', 1, 'api_error', '{{}}')"
            );
            fill(&folder, "logs.db", &put);
        }
        let noon = |sql: &str| as_of(&folder, "logs.db", "2025-10-24T12:00:00Z", sql);
        for table in ["logs", "api_errors", "logs_words"] {
            assert_eq!(noon(&format!("SELECT COUNT(*) || '' FROM {table}")), ["1"], "{table}");
        }
        let plan =
            "EXPLAIN QUERY PLAN SELECT * FROM api_errors WHERE timestamp >= '2025' AND timestamp < '2026'";
        let connection = Connection::open(folder.path().join("logs.db")).unwrap();
        look_back(&connection, "2025-10-24T12:00:00Z".parse().unwrap()).unwrap();
        let step = connection.query_row(plan, [], |row| row.get::<_, String>(3)).unwrap();
        assert!(step.contains("logs_event (event=? AND at>? AND at<?)"), "{step}");
    }

    #[test]
    fn a_file_of_an_earlier_version_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        fill(&folder, "own.db", "CREATE TABLE baseline (median TEXT); INSERT INTO baseline VALUES ('9')");
        assert_eq!(as_of(&folder, "own.db", "2025-10-24T12:00:00Z", "SELECT median FROM baseline"), ["9"]);
    }

    #[test]
    fn an_incident_is_without_what_was_done_to_it_later() {
        let folder = tempfile::tempdir().unwrap();
        Database::open(&folder.path().join("own.db")).unwrap();
        fill(
            &folder,
            "own.db",
            "INSERT INTO incident (id, route, group_key, severity, opened, closed, acked_at, severity_by) VALUES
               (1, 'r', 'a', 'P0', '2025-10-24 10:00:00.000', '2025-10-24 10:50:00.000', '2025-10-24 10:40:00.000', 'bob'),
               (2, 'r', 'b', 'P0', '2025-10-24 10:00:00.000', NULL, NULL, NULL);
             INSERT INTO alert (rule, labels_hash, labels, severity, state, held_ms, started, fired, incident, vals, annotations)
             VALUES ('x', 'a', '{}', 'P2', 'firing', 0, '', '2025-10-24 10:00:00.000', 2, '', ''),
               ('y', 'b', '{}', 'P0', 'firing', 0, '', '2025-10-24 10:30:00.000', 2, '', '');
             INSERT INTO audit (at, actor, action, subject, detail) VALUES
               ('2025-10-24 10:10:00.000', 'ann', 'ack', 'incident:1', '{}'),
               ('2025-10-24 10:20:00.000', 'ann', 'unack', 'incident:1', '{}'),
               ('2025-10-24 10:35:00.000', 'bob', 'severity', 'incident:1', '{\"from\":\"P1\",\"to\":\"P0\"}'),
               ('2025-10-24 10:40:00.000', 'bob', 'ack', 'incident:1', '{}')",
        );
        let told = "SELECT concat_ws(' ', id, severity, substr(acked_at, 12, 5), substr(closed, 12, 5)) FROM incident";
        let at = |time: &str| as_of(&folder, "own.db", &format!("2025-10-24T{time}:00Z"), told);
        assert!(at("09:59").is_empty());
        assert_eq!(at("10:00"), ["1 P1", "2 P2"]);
        assert_eq!(at("10:15"), ["1 P1 10:10", "2 P2"]);
        assert_eq!(at("10:25"), ["1 P1", "2 P2"]);
        assert_eq!(at("10:36"), ["1 P0", "2 P0"]);
        assert_eq!(at("10:50"), ["1 P0 10:40 10:50", "2 P0"]);
    }

    #[test]
    fn an_event_that_was_noted_later_is_not_known() {
        let folder = tempfile::tempdir().unwrap();
        Database::open(&folder.path().join("own.db")).unwrap();
        let put = "INSERT INTO event (at, kind, text, labels, noted) VALUES
          ('2025-10-24 10:00:00.000', 'deploy', 'late', '{}', '2025-10-24 12:00:00.000'),
          ('2025-10-24 10:00:00.000', 'deploy', 'of before', '{}', NULL)";
        fill(&folder, "own.db", put);
        let known = |at: &str| as_of(&folder, "own.db", at, "SELECT text FROM event ORDER BY text");
        assert_eq!(known("2025-10-24T11:00:00Z"), ["of before"]);
        assert_eq!(known("2025-10-24T12:00:00Z"), ["late", "of before"]);
    }
}
