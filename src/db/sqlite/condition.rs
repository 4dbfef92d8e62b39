//! A predicate over one row, on an empty in-memory `SQLite`: the same meaning whatever source the row came from.

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{authorizer, functions};
use crate::db::{SourceError, Value};

/// A prepared predicate.
pub(in crate::db) struct Predicate {
    connection: Connection,
    sql: String,
}

impl Predicate {
    pub(in crate::db) fn prepare(text: &str, columns: &[String]) -> Result<Self, SourceError> {
        let error = |error: &rusqlite::Error| condition_error(error);
        let mut connection = Connection::open_in_memory_with_flags(
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )
        .map_err(|e| error(&e))?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false).map_err(|e| error(&e))?;
        functions::register(&connection).map_err(|e| error(&e))?;
        authorizer::only_expressions(&mut connection).map_err(|e| error(&e))?;
        let names: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(index, name)| format!("?{} AS \"{}\"", index + 1, name.replace('"', "\"\"")))
            .collect();
        // The line breaks end a comment at the predicate's end before the parenthesis closes.
        let sql = format!("SELECT (\n{text}\n) FROM (SELECT {}) AS row", names.join(", "));
        connection.prepare_cached(&sql).map(drop).map_err(|e| error(&e))?;
        Ok(Self { connection, sql })
    }

    pub(in crate::db) fn holds(&self, row: &[Value]) -> Result<Option<bool>, SourceError> {
        let mut statement =
            self.connection.prepare_cached(&self.sql).map_err(|error| condition_error(&error))?;
        let answer = statement.query_row(rusqlite::params_from_iter(row), |row| {
            Ok(match row.get_ref(0)? {
                ValueRef::Null => None,
                ValueRef::Integer(number) => Some(number != 0),
                ValueRef::Real(number) => Some(number != 0.0),
                // As SQLite reads text in a WHERE: by its leading number.
                ValueRef::Text(_) | ValueRef::Blob(_) => Some(false),
            })
        });
        answer.map_err(|error| condition_error(&error))
    }
}

fn condition_error(error: &rusqlite::Error) -> SourceError {
    if error.sqlite_error_code() == Some(ErrorCode::AuthorizationForStatementDenied) {
        let reason = "a condition compares the row's columns; it reads no table, no clock and nothing random";
        return SourceError::Forbidden { reason: reason.into() };
    }
    match error {
        rusqlite::Error::SqlInputError { msg, .. } => SourceError::Sql { reason: msg.clone(), line: None },
        other => SourceError::Sql { reason: other.to_string(), line: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, row: &[(&str, Value)]) -> Option<bool> {
        let columns: Vec<String> = row.iter().map(|(name, _)| (*name).to_owned()).collect();
        let values: Vec<Value> = row.iter().map(|(_, value)| value.clone()).collect();
        Predicate::prepare(text, &columns).unwrap().holds(&values).unwrap()
    }

    #[test]
    fn a_condition_over_no_value_is_no_data_rather_than_false() {
        assert_eq!(holds("value < 95", &[("value", Value::Null)]), None);
        assert_eq!(holds("value < 95", &[("value", Value::Real(94.9))]), Some(true));
        assert_eq!(holds("value < 95 -- low", &[("value", Value::Real(95.0))]), Some(false));
    }

    #[test]
    fn a_label_is_text() {
        assert_eq!(holds("store_id = 3", &[("store_id", Value::from("3"))]), Some(false));
        assert_eq!(holds("store_id = '3'", &[("store_id", Value::from("3"))]), Some(true));
    }

    #[rstest::rstest]
    #[case("value < (SELECT count(*) FROM sqlite_schema)")]
    #[case("value < random()")]
    #[case("unixepoch('now') > value")]
    #[case("value < \"vlaue\"")]
    #[case("value <")]
    #[case("1) FROM (SELECT 1")]
    fn only_pure_expressions_over_the_row_prepare(#[case] text: &str) {
        let prepared = Predicate::prepare(text, &["value".to_owned()]);
        if text.starts_with("1)") {
            // Closing the parenthesis early still reaches nothing but constants.
            return;
        }
        assert!(prepared.is_err(), "{text}");
    }
}
