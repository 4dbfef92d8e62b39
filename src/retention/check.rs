//! Whether a database is whole.

use super::statements::{FOREIGN_KEYS, INTEGRITY};
use crate::db::{Database, DbError};

/// What is damaged, in `SQLite`'s words; nothing where all is well.
pub(crate) fn damage(database: &Database) -> Result<Vec<String>, DbError> {
    database.read(|session| {
        let mut found = session.collect(&INTEGRITY, &[], |row| row.text(0))?;
        found.retain(|line| line != "ok");
        let orphan = |row: &dyn crate::db::Row| {
            Ok(format!(
                "row {} of {} refers to a missing row of {}",
                row.text(1)?,
                row.text(0)?,
                row.text(2)?
            ))
        };
        found.extend(session.collect(&FOREIGN_KEYS, &[], orphan)?);
        Ok(found)
    })
}
