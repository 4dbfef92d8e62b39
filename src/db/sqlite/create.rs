//! Makes the file of a stand-in source: tables, then rows, in one transaction.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::own::{Open, db_error};
use crate::db::DbError;
use crate::db::database::Work;

/// Makes a new database with the tables of `schema` and lets `fill` write rows. An existing file is an error.
pub(in crate::db) fn create_source(path: &Path, schema: &str, fill: &mut Work<'_>) -> Result<(), DbError> {
    let name = path.display().to_string();
    let error = |error: rusqlite::Error| db_error(&name, "create", &error);
    // The driver opens whatever is there; a file made here first cannot be somebody's.
    std::fs::File::create_new(path)
        .map_err(|error| DbError::Io { path: name.clone(), reason: error.to_string() })?;
    let mut connection = Connection::open(path).map_err(error)?;
    connection.set_prepared_statement_cache_capacity(64);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(error)?;
    transaction.execute_batch(schema).map_err(error)?;
    fill(&mut Open { path: &name, transaction: &transaction })?;
    transaction.commit().map_err(error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Statement;

    const PUT: Statement = Statement::new("put", "INSERT INTO t VALUES (?1)");

    #[test]
    fn an_existing_file_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("backend.db");
        let fill = |value: i64| {
            create_source(&path, "CREATE TABLE t (x);", &mut |session| {
                session.execute(&PUT, &[value.into()]).map(drop)
            })
        };
        fill(1).unwrap();
        assert!(matches!(fill(2), Err(DbError::Io { .. })));
        let plain = Connection::open(&path).unwrap();
        assert_eq!(
            plain.query_row("SELECT group_concat(x) FROM t", [], |row| row.get::<_, String>(0)),
            Ok("1".into())
        );
    }
}
