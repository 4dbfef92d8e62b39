//! The demonstration: a cashier project with seeded history, a stand-in backend and a tour of the verbs.
//!
//! Everything in it is made up, and comes out the same each time.

mod backend;
mod calendar;
mod customers;
mod incidents;
mod outages;
mod own;
mod random;
mod samples;
mod statements;
mod trade;

use std::path::Path;

use crate::db::DbError;

/// Writes the backend's database and the own one, with all their history.
pub(crate) fn write_history(folder: &Path, schema: &str) -> Result<(), DbError> {
    backend::create(&folder.join("backend.db"), schema)?;
    own::fill(&folder.join("tillwatch.db"))
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn timing() {
        let folder = tempfile::Builder::new().disable_cleanup(true).tempdir().unwrap();
        let schema = crate::config::Profile::find("cashier").unwrap().file("backend.sql").unwrap();
        let t = std::time::Instant::now();
        backend::create(&folder.path().join("backend.db"), schema).unwrap();
        eprintln!("{:?} {:?}", folder.path(), t.elapsed());
        own::fill(&folder.path().join("tillwatch.db")).unwrap();
        eprintln!("{:?}", t.elapsed());
    }
}
