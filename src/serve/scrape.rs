//! What `/metrics` shows: the values that the catalogue's queries have now, the latest pushed
//! samples, and what tillwatch measures of itself.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::Receiver;
use super::statements::{LATEST, SKEW};
use crate::db::{Database, DbError};
use crate::label::Labels;
use crate::metric::{Family, valid_name};
use crate::query::{QueryResult, Runner};
use crate::watchdog;

/// A series that nothing was received for in this time is no longer shown.
const FRESH: SignedDuration = SignedDuration::from_hours(1);

/// Families by name: help, and points by labels.
type Families = BTreeMap<String, (String, BTreeMap<Labels, f64>)>;

/// Everything, as of now. A query that fails is left out and counted.
pub(super) fn families(receiver: &Receiver, now: Timestamp) -> Result<Vec<Family>, DbError> {
    let mut families = Families::new();
    let errors = queried(receiver, now, &mut families);
    pushed(&receiver.database, now, &mut families)?;
    let help = "How far a store's clock is ahead of the receiver's, by its heartbeats.";
    families.insert("tillwatch_clock_skew_seconds".into(), (help.into(), skew(receiver, now)?));
    let failed = [(Labels::default(), errors)].into();
    families.insert("tillwatch_query_errors".into(), ("Queries that failed in this scrape.".into(), failed));
    for family in watchdog::families(&receiver.database, &receiver.config, now)? {
        families.insert(family.name, (family.help, family.points.into_iter().collect()));
    }
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
                families.insert(valid_name(&query.name), (query.front.help.clone(), points.collect()));
            }
            Err(error) => {
                errors += 1.0;
                tracing::info!("/metrics: {error}");
            }
        }
    }
    errors
}

/// What a heartbeat waited on its way makes a clock look late: the one that waited least is nearest.
fn skew(receiver: &Receiver, now: Timestamp) -> Result<BTreeMap<Labels, f64>, DbError> {
    let since = now.saturating_sub(FRESH).unwrap_or(now);
    let label = receiver.inventory.label.as_str();
    let rows = receiver
        .database
        .read(|session| session.collect(&SKEW, &[since.into()], |row| Ok((row.text(0)?, row.number(1)?))))?;
    let point = |(store, skew): (String, Option<f64>)| {
        let labels: Labels = [(label, store)].into_iter().collect();
        Some((labels, skew?))
    };
    Ok(rows.into_iter().filter_map(point).collect())
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
        let new = || ("Pushed by a store or a script.".into(), BTreeMap::new());
        let (_, points) = families.entry(valid_name(&name)).or_insert_with(new);
        points.entry(labels).or_insert(value.unwrap_or(f64::NAN));
    }
    Ok(())
}
