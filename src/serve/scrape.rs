//! What `/metrics` shows: the values that the catalogue's queries have now, and the latest pushed samples.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::Receiver;
use super::exposition::{Family, valid};
use super::statements::LATEST;
use crate::db::{Database, DbError};
use crate::label::Labels;
use crate::query::{QueryResult, Runner};

/// A series that nothing was received for in this time is no longer shown.
const FRESH: SignedDuration = SignedDuration::from_hours(1);

/// Families by name: help, and points by labels.
type Families = BTreeMap<String, (String, BTreeMap<Labels, f64>)>;

/// Everything, as of now. A query that fails is left out and counted.
pub(super) fn families(receiver: &Receiver, now: Timestamp) -> Result<Vec<Family>, DbError> {
    let mut families = Families::new();
    let errors = queried(receiver, now, &mut families);
    pushed(&receiver.database, now, &mut families)?;
    let mut own = |name: &str, help: &str, labels: Labels, value: f64| {
        families.insert(name.into(), (help.into(), [(labels, value)].into()));
    };
    own("tillwatch_query_errors", "Queries that failed in this scrape.", Labels::default(), errors);
    let version = [("version", env!("CARGO_PKG_VERSION"))].into_iter().collect();
    own("tillwatch_build_info", "The version that runs.", version, 1.0);
    let family = |(name, (help, points)): (String, (String, BTreeMap<Labels, f64>))| Family {
        name,
        help,
        points: points.into_iter().collect(),
    };
    Ok(families.into_iter().map(family).collect())
}

fn queried(receiver: &Receiver, now: Timestamp, families: &mut Families) -> f64 {
    let runner = Runner::new(&receiver.config, &receiver.inventory, now);
    let mut errors = 0.0;
    for query in receiver.catalogue.iter() {
        match runner.run(query, runner.window(query, None), &[]) {
            Ok(QueryResult { series, .. }) => {
                let points = series.into_iter().filter_map(|series| Some((series.labels, series.value?)));
                families.insert(valid(&query.name), (query.front.help.clone(), points.collect()));
            }
            Err(error) => {
                errors += 1.0;
                tracing::info!("/metrics: {error}");
            }
        }
    }
    errors
}

/// A query's number outweighs a pushed one of the same name and labels.
fn pushed(database: &Database, now: Timestamp, families: &mut Families) -> Result<(), DbError> {
    let since = now.saturating_sub(FRESH).unwrap_or(now);
    let range = [since.into(), now.as_millisecond().into()];
    let latest = database.read(|session| {
        session.collect(&LATEST, &range, |row| Ok((row.text(0)?, row.text(1)?, row.number(2)?)))
    })?;
    for (name, labels, value) in latest {
        let labels = Labels::from_json(&labels).unwrap_or_default();
        let (_, points) = families.entry(valid(&name)).or_default();
        points.entry(labels).or_insert(value.unwrap_or(f64::NAN));
    }
    Ok(())
}
