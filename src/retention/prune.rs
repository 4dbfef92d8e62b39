//! Deletes what is old and gives the space back.

use super::Share;
use super::statements::{BATCH, FREE_PAGES, GIVE_BACK};
use crate::db::{Database, DbError, Session};

/// How many rows of a share there are.
pub(crate) fn count(session: &mut dyn Session, share: &Share) -> Result<i64, DbError> {
    let counted = session.first(&share.rows.count, &share.values, |row| row.int(0))?;
    Ok(counted.unwrap_or_default())
}

/// Deletes a share, a batch a transaction, and says how many rows went.
pub(crate) fn delete(database: &Database, share: &Share) -> Result<i64, DbError> {
    let mut deleted = 0;
    loop {
        let batch = database.write(|session| session.execute(&share.rows.delete, &share.values))?;
        deleted += i64::try_from(batch).unwrap_or(i64::MAX);
        if batch < BATCH {
            return Ok(deleted);
        }
    }
}

/// Gives pages that hold nothing back to the file system, some at a time.
pub(crate) fn shrink(database: &Database) -> Result<(), DbError> {
    let mut free = i64::MAX;
    loop {
        let left = database.write(|session| {
            session.collect(&GIVE_BACK, &[], |_| Ok(()))?;
            Ok(session.first(&FREE_PAGES, &[], |row| row.int(0))?.unwrap_or_default())
        })?;
        // A file that cannot shrink keeps its pages.
        if left == 0 || left >= free {
            return Ok(());
        }
        free = left;
    }
}
