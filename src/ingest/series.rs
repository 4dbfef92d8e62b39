//! Which series there are: their ids, kept between requests, and how many there may be.

use std::collections::HashMap;

use super::statements::{COUNT_SERIES, DATA_VERSION, FIND_SERIES, SERIES};
use super::{IngestError, Sample};
use crate::db::{DbError, Session, Value};

/// So many series at most: a label that never repeats must not eat the disk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SeriesLimits {
    pub all: usize,
    pub per_store: usize,
}

impl Default for SeriesLimits {
    fn default() -> Self {
        Self { all: 50_000, per_store: usize::MAX }
    }
}

/// The ids of series that were met. What it knows holds for the connection that it was used with, and only as long as
/// what was written with it is not undone.
#[derive(Debug, Default)]
pub(crate) struct SeriesIndex {
    version: Option<i64>,
    ids: HashMap<String, i64>,
    /// How many there are of each store; of no store under the empty name.
    counts: Option<HashMap<String, usize>>,
}

impl SeriesIndex {
    /// Forgets everything if somebody else has written since: series may be gone.
    fn refresh(&mut self, session: &mut dyn Session) -> Result<(), DbError> {
        let version = session.first(&DATA_VERSION, &[], |row| row.int(0))?;
        if version != self.version {
            *self = Self { version, ..Self::default() };
        }
        Ok(())
    }

    /// The ids of the samples' series, made where they are new; none is made where that would be too many.
    pub(super) fn resolve(
        &mut self,
        session: &mut dyn Session,
        samples: &[Sample],
        store_label: &str,
        limits: SeriesLimits,
    ) -> Result<Result<Vec<i64>, IngestError>, DbError> {
        self.refresh(session)?;
        let hashes: Vec<String> = samples.iter().map(|sample| sample.labels.hash()).collect();
        let mut new = Vec::new();
        for (sample, hash) in samples.iter().zip(&hashes) {
            if self.find(session, sample, hash)?.is_none() {
                new.push(sample);
            }
        }
        if let Err(refused) = self.check(session, &new, store_label, limits)? {
            return Ok(Err(refused));
        }
        let mut ids = Vec::with_capacity(samples.len());
        for (sample, hash) in samples.iter().zip(&hashes) {
            ids.push(match self.find(session, sample, hash)? {
                Some(id) => id,
                None => self.make(session, sample, hash, store_label)?,
            });
        }
        Ok(Ok(ids))
    }

    fn find(
        &mut self,
        session: &mut dyn Session,
        sample: &Sample,
        hash: &str,
    ) -> Result<Option<i64>, DbError> {
        let key = key(sample, hash);
        if let Some(id) = self.ids.get(&key) {
            return Ok(Some(*id));
        }
        let identity: [Value; 2] = [sample.name.as_str().into(), hash.into()];
        let found = session.first(&FIND_SERIES, &identity, |row| row.int(0))?;
        if let Some(id) = found {
            self.ids.insert(key, id);
        }
        Ok(found)
    }

    fn make(
        &mut self,
        session: &mut dyn Session,
        sample: &Sample,
        hash: &str,
        store_label: &str,
    ) -> Result<i64, DbError> {
        let store = sample.store(store_label);
        let row = [sample.name.as_str().into(), sample.labels.to_json().into(), hash.into(), store.into()];
        let id = session.first(&SERIES, &row, |row| row.int(0))?.unwrap_or_default();
        self.ids.insert(key(sample, hash), id);
        if let Some(counts) = &mut self.counts {
            *counts.entry(store.unwrap_or_default().to_owned()).or_default() += 1;
        }
        Ok(id)
    }

    /// Whether there is room for new series, all of them of one store.
    fn check(
        &mut self,
        session: &mut dyn Session,
        new: &[&Sample],
        store_label: &str,
        limits: SeriesLimits,
    ) -> Result<Result<(), IngestError>, DbError> {
        let Some(first) = new.first() else { return Ok(Ok(())) };
        if self.counts.is_none() {
            let count = |row: &dyn crate::db::Row| {
                Ok((row.text(0)?, usize::try_from(row.int(1)?).unwrap_or_default()))
            };
            self.counts = Some(session.collect(&COUNT_SERIES, &[], count)?.into_iter().collect());
        }
        let counts = self.counts.get_or_insert_default();
        let name = first.name.to_string();
        let store = first.store(store_label).unwrap_or_default().to_owned();
        let of_store = counts.get(&store).copied().unwrap_or_default();
        if counts.values().sum::<usize>() + new.len() > limits.all {
            return Ok(Err(IngestError::TooManySeries { name, limit: limits.all }));
        }
        if !store.is_empty() && of_store + new.len() > limits.per_store {
            return Ok(Err(IngestError::TooManyOfStore { name, store, limit: limits.per_store }));
        }
        Ok(Ok(()))
    }
}

/// The hash has one length, so that no two series share a key.
fn key(sample: &Sample, hash: &str) -> String {
    format!("{hash}{}", sample.name)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::db::{Database, Statement};
    use crate::inventory::Inventory;
    use crate::label::Labels;

    const GONE: Statement = Statement::new("remove", "DELETE FROM series WHERE name = 'a'");
    const NAMES: Statement = Statement::new("names", "SELECT name FROM series ORDER BY id");

    fn sample(name: &str, store: &str) -> Sample {
        let labels: Labels = [("store_id", store)].into_iter().collect();
        Sample::new(name, labels, 1.0, Timestamp::UNIX_EPOCH, &Inventory::default()).unwrap()
    }

    fn resolve(
        database: &Database,
        index: &mut SeriesIndex,
        samples: &[Sample],
        limits: SeriesLimits,
    ) -> Result<Vec<i64>, String> {
        let ids = database.write(|session| index.resolve(session, samples, "store_id", limits)).unwrap();
        ids.map_err(|error| error.to_string())
    }

    #[test]
    fn a_series_that_another_process_removed_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.db");
        let (ours, theirs) = (Database::open(&path).unwrap(), Database::open(&path).unwrap());
        let (mut index, limits) = (SeriesIndex::default(), SeriesLimits::default());
        let both = [sample("a", "1"), sample("b", "1")];
        let first = resolve(&ours, &mut index, &both, limits).unwrap();
        assert_eq!(resolve(&ours, &mut index, &both, limits).unwrap(), first);
        theirs.write(|session| session.execute(&GONE, &[])).unwrap();
        let again = resolve(&ours, &mut index, &both, limits).unwrap();
        assert_eq!((again[1], again[0] == first[0]), (first[1], false));
        let names = theirs.read(|session| session.collect(&NAMES, &[], |row| row.text(0))).unwrap();
        assert_eq!(names, ["b", "a"]);
    }

    #[test]
    fn a_new_series_too_many_is_refused_by_name_and_known_ones_go_on() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("own.db")).unwrap();
        let (mut index, limits) = (SeriesIndex::default(), SeriesLimits { all: 4, per_store: 2 });
        let mut put =
            |samples: &[Sample]| resolve(&database, &mut index, samples, limits).map(|ids| ids.len());
        assert_eq!(put(&[sample("a", "1"), sample("b", "1")]), Ok(2));
        let refused = put(&[sample("c", "1")]).unwrap_err();
        assert!(refused.starts_with("store 1 has 2 series already, and c would be another"), "{refused}");
        assert_eq!(put(&[sample("a", "2")]), Ok(1));
        // Of what comes together all or nothing is made.
        let refused = put(&[sample("x", ""), sample("y", "")]).unwrap_err();
        assert!(refused.starts_with("there are 4 series already, and x would be another"), "{refused}");
        assert_eq!(put(&[sample("x", "")]), Ok(1));
        assert_eq!(put(&[sample("a", "1"), sample("b", "1"), sample("a", "2")]), Ok(3));
    }
}
