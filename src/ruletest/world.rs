//! What the rules of one test look at, as it comes about.

use std::path::Path;

use jiff::Timestamp;

use super::databases::{Blank, Databases};
use super::file::RuleTest;
use super::input::{self, InputRow};
use super::place::Place;
use crate::config::{Config, Problem};
use crate::db::DbError;
use crate::ingest::{Sample, store_samples};
use crate::inventory::Inventory;
use crate::time::Duration;

/// Why there is no world.
#[derive(Debug)]
pub(super) enum NoWorld {
    Wrong(Problem),
    Db(DbError),
}

impl From<DbError> for NoWorld {
    fn from(error: DbError) -> Self {
        Self::Db(error)
    }
}

/// Databases, and what is still to come into them.
pub(super) struct World<'t> {
    pub databases: Databases,
    /// The next one last.
    rows: Vec<(Place<'t>, InputRow<'t>)>,
    samples: Vec<Sample>,
    count: i64,
}

impl<'t> World<'t> {
    pub(super) fn new(
        blank: &Blank,
        project: &Config,
        inventory: &Inventory,
        test: &'t RuleTest,
        (file, start, interval): (&Path, Timestamp, Duration),
    ) -> Result<Self, NoWorld> {
        let wrong = |what| NoWorld::Wrong(input::problem(file, what));
        let interval = test.interval.unwrap_or(interval);
        let samples = input::samples(test, interval, start, inventory).map_err(wrong)?;
        let databases = Databases::new(blank, project)?;
        databases.make_tables(test)?;
        let mut rows = Vec::new();
        for table in &test.input {
            let place = Place::of(table, &databases).map_err(wrong)?;
            let of_table = input::rows(table, start).map_err(wrong)?;
            place.check(&of_table, &databases).map_err(wrong)?;
            rows.extend(of_table.into_iter().map(|row| (place.clone(), row)));
        }
        // Stable, so that rows of one instant keep the order in which they stand.
        rows.sort_by_key(|(_, row)| row.at);
        rows.reverse();
        Ok(Self { databases, rows, samples, count: 0 })
    }

    /// Lets everything come about that does so up to `now`.
    pub(super) fn advance(&mut self, now: Timestamp) -> Result<(), (usize, String)> {
        let due: Vec<Sample> = self.samples.extract_if(.., |sample| sample.at <= now).collect();
        if !due.is_empty() {
            let label = &self.databases.config.inventory.label;
            let stored = self.databases.own.write(|session| store_samples(session, &due, label, None, now));
            stored.map_err(|error| (0, error.to_string()))?;
        }
        let split = self.rows.partition_point(|(_, row)| row.at > now);
        let mut due = self.rows.split_off(split);
        due.reverse();
        for (name, scratch) in &self.databases.sources {
            let mut line = 0;
            let filled = scratch.together(|scratch| {
                for (place, row) in due.iter().filter(|(place, _)| place.source == *name) {
                    (line, self.count) = (row.line, self.count + 1);
                    scratch.insert(place.table, &place.row(row, self.count))?;
                }
                Ok(())
            });
            filled.map_err(|error| (line, error.to_string()))?;
        }
        Ok(())
    }
}
