//! What an own database knew at an instant, under the names that queries use: views of the connection alone, which stand
//! before the tables and views of the file.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use crate::time::sql_text;

/// From now on `baseline` is what was held to be usual at that instant, and `logs`, with all views that are made of it, has
/// the lines that had been received. A file that an earlier version left may know nothing of either.
pub(super) fn look_back(connection: &Connection, to: Timestamp) -> rusqlite::Result<()> {
    let at = sql_text(to);
    if has_table(connection, "baseline_history")? {
        connection.execute_batch(&format!(
            "CREATE TEMP VIEW baseline AS
             SELECT metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed
             FROM main.baseline_history WHERE refreshed <= '{at}' AND replaced > '{at}'"
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
}
