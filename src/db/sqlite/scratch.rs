//! A file that is filled by hand and thrown away: what tests of rules read.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ToSql;

use super::own::db_error;
use crate::db::{DbError, Value};

/// An open file, written without waiting for the disk.
pub(crate) struct Scratch {
    path: String,
    connection: Connection,
}

impl Scratch {
    /// Opens the file, or makes it, and runs `schema`, which may be empty.
    pub(crate) fn open(path: &Path, schema: &str) -> Result<Self, DbError> {
        let name = path.display().to_string();
        let error = |error: rusqlite::Error| db_error(&name, "schema", &error);
        let connection = Connection::open(path).map_err(error)?;
        connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;").map_err(error)?;
        connection.execute_batch(schema).map_err(error)?;
        Ok(Self { path: name, connection })
    }

    /// The columns of a table; none if there is no such table.
    pub(crate) fn columns(&self, table: &str) -> Result<Vec<String>, DbError> {
        let error = |error: rusqlite::Error| db_error(&self.path, "columns", &error);
        let mut statement =
            self.connection.prepare_cached("SELECT name FROM pragma_table_info(?1)").map_err(error)?;
        let names = statement.query_map([table], |row| row.get(0)).map_err(error)?;
        names.collect::<Result<_, _>>().map_err(error)
    }

    /// Makes a table whose columns have no type: each value stays as it is given.
    pub(crate) fn create(&self, table: &str, columns: &[&str]) -> Result<(), DbError> {
        let columns: Vec<String> = columns.iter().map(|name| quoted(name)).collect();
        let sql = format!("CREATE TABLE {} ({})", quoted(table), columns.join(", "));
        self.connection.execute_batch(&sql).map_err(|error| db_error(&self.path, table, &error))
    }

    /// Adds a row.
    pub(crate) fn insert(&self, table: &str, row: &[(&str, Value)]) -> Result<(), DbError> {
        let error = |error: rusqlite::Error| db_error(&self.path, table, &error);
        let columns: Vec<String> = row.iter().map(|(name, _)| quoted(name)).collect();
        let places = vec!["?"; row.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({places})", quoted(table), columns.join(", "));
        let values: Vec<&dyn ToSql> = row.iter().map(|(_, value)| value as &dyn ToSql).collect();
        let mut statement = self.connection.prepare_cached(&sql).map_err(error)?;
        statement.execute(values.as_slice()).map(drop).map_err(error)
    }

    /// Adds all that `fill` adds, at once.
    pub(crate) fn together(&self, fill: impl FnOnce(&Self) -> Result<(), DbError>) -> Result<(), DbError> {
        let error = |error: rusqlite::Error| db_error(&self.path, "transaction", &error);
        let transaction = self.connection.unchecked_transaction().map_err(error)?;
        fill(self)?;
        transaction.commit().map_err(error)
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_names_and_never_sql() {
        let folder = tempfile::tempdir().unwrap();
        let scratch = Scratch::open(&folder.path().join("a.db"), "CREATE TABLE a (x);").unwrap();
        let odd = "t\"; DROP TABLE a; --";
        scratch.create(odd, &["x y"]).unwrap();
        scratch.together(|scratch| scratch.insert(odd, &[("x y", Value::Int(1))])).unwrap();
        assert_eq!(
            (scratch.columns(odd).unwrap(), scratch.columns("a").unwrap().len()),
            (vec!["x y".into()], 1)
        );
        assert!(scratch.columns("none").unwrap().is_empty());
    }
}
