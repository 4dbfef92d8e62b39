//! What tillwatch measures of its own work, as the database has it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use super::statements;
use crate::config::Config;
use crate::db::{Database, DbError, Session};
use crate::label::Labels;
use crate::metric::Family;

/// A verb that has not run for so long is no longer shown. Longer than the longest month.
const SHOWN: SignedDuration = SignedDuration::from_hours(35 * 24);
/// The highest exit code of a run that did its work, whatever it found.
const DID_ITS_WORK: i64 = 1;
const ANY_EXIT: i64 = 255;

/// The families `tillwatch_…`, by name.
pub(crate) fn families(database: &Database, config: &Config, now: Timestamp) -> Result<Vec<Family>, DbError> {
    let bytes = database.health()?.bytes;
    let mut all = database.read(|session| {
        let mut all = runs(session, now)?;
        all.extend(rules(session)?);
        all.extend(open(session, config)?);
        all.extend(outbox(session, now)?);
        Ok(all)
    })?;
    let version = [("version", env!("CARGO_PKG_VERSION"))].into_iter().collect();
    all.push(family("build_info", "The version that runs.", [(version, 1.0)]));
    all.push(single("database_size_bytes", "Size of the own database.", number(bytes)));
    all.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(all)
}

fn family(name: &str, help: &str, points: impl IntoIterator<Item = (Labels, f64)>) -> Family {
    Family { name: format!("tillwatch_{name}"), help: help.to_owned(), points: points.into_iter().collect() }
}

fn single(name: &str, help: &str, value: f64) -> Family {
    family(name, help, [(Labels::default(), value)])
}

#[expect(clippy::cast_precision_loss, reason = "counts and sizes stay far below 2^53")]
fn number(count: i64) -> f64 {
    count as f64
}

fn seconds(at: Timestamp) -> f64 {
    number(at.as_millisecond()) / 1000.0
}

/// The last run of one verb, started by one job or by hand.
struct Run {
    labels: Labels,
    started: Timestamp,
    ended: Timestamp,
    exit: i64,
}

fn last_runs(session: &mut dyn Session, now: Timestamp, exit: i64) -> Result<Vec<Run>, DbError> {
    let since = now.saturating_sub(SHOWN).unwrap_or(now);
    // A run that writes these figures began at this very instant.
    let until = now.saturating_add(SignedDuration::from_millis(1)).unwrap_or(now);
    session.collect(&statements::LAST_RUNS, &[since.into(), until.into(), exit.into()], |row| {
        let (verb, job) = (row.text(0)?, row.text(1)?);
        let named = [("verb", verb.as_str()), ("job", job.as_str())];
        let labels = named.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let time = |column| Ok::<_, DbError>(row.time(column)?.unwrap_or(now));
        Ok(Run { labels, started: time(2)?, ended: time(3)?, exit: row.int(4)? })
    })
}

fn runs(session: &mut dyn Session, now: Timestamp) -> Result<Vec<Family>, DbError> {
    let last = last_runs(session, now, ANY_EXIT)?;
    let good = last_runs(session, now, DID_ITS_WORK)?;
    let each = |runs: &[Run], value: &dyn Fn(&Run) -> f64| -> Vec<(Labels, f64)> {
        runs.iter().map(|run| (run.labels.clone(), value(run))).collect()
    };
    let ended = |run: &Run| seconds(run.ended);
    let took = |run: &Run| run.ended.duration_since(run.started).as_secs_f64();
    let exit = |run: &Run| number(run.exit);
    Ok(vec![
        family(
            "last_success_timestamp_seconds",
            "When the last run ended that did its work, whatever it found.",
            each(&good, &ended),
        ),
        family("last_run_timestamp_seconds", "When the last run ended.", each(&last, &ended)),
        family("last_run_duration_seconds", "How long the last run took.", each(&last, &took)),
        family("last_run_exit_code", "The exit code of the last run.", each(&last, &exit)),
    ])
}

fn rules(session: &mut dyn Session) -> Result<[Family; 2], DbError> {
    let counts = session.first(&statements::RULES, &[], |row| Ok((row.int(0)?, row.int(1)?)))?;
    let (all, failed) = counts.unwrap_or_default();
    Ok([
        single("rules", "Rules that have been evaluated.", number(all)),
        single("rules_failed", "Rules whose last evaluation failed.", number(failed)),
    ])
}

/// Open alerts and incidents. A severity of the configuration is there even where nothing is open: a missing series
/// cannot be compared with zero.
fn open(session: &mut dyn Session, config: &Config) -> Result<[Family; 2], DbError> {
    let alerts: BTreeMap<(String, String), i64> = session
        .collect(&statements::ALERTS, &[], |row| Ok(((row.text(0)?, row.text(1)?), row.int(2)?)))?
        .into_iter()
        .collect();
    let incidents: BTreeMap<String, i64> = session
        .collect(&statements::INCIDENTS, &[], |row| Ok((row.text(0)?, row.int(1)?)))?
        .into_iter()
        .collect();
    let severities: BTreeSet<&str> = config
        .severities
        .keys()
        .chain(incidents.keys())
        .chain(alerts.keys().map(|(_, severity)| severity))
        .map(String::as_str)
        .collect();
    let mut of_alerts = Vec::new();
    for state in ["firing", "pending"] {
        for severity in &severities {
            let count = alerts.get(&(state.to_owned(), (*severity).to_owned())).copied().unwrap_or_default();
            let labels = [("state", state), ("severity", severity)].into_iter().collect();
            of_alerts.push((labels, number(count)));
        }
    }
    let of_incidents = severities.iter().map(|severity| {
        let count = incidents.get(*severity).copied().unwrap_or_default();
        ([("severity", *severity)].into_iter().collect(), number(count))
    });
    Ok([
        family("alerts", "Open alerts.", of_alerts),
        family("incidents_open", "Open incidents.", of_incidents),
    ])
}

fn outbox(session: &mut dyn Session, now: Timestamp) -> Result<Vec<Family>, DbError> {
    let counts: BTreeMap<String, i64> = session
        .collect(&statements::OUTBOX, &[], |row| Ok((row.text(0)?, row.int(1)?)))?
        .into_iter()
        .collect();
    let oldest = session.first(&statements::OLDEST, &[now.into()], |row| row.time(0))?.flatten();
    let depth = ["queued", "sending", "dead"].map(|state| {
        let count = counts.get(state).copied().unwrap_or_default();
        ([("state", state)].into_iter().collect(), number(count))
    });
    let age = oldest.map_or(0.0, |since| now.duration_since(since).as_secs_f64());
    Ok(vec![
        family("outbox_messages", "Messages that wait, are being sent or were given up (dead).", depth),
        single(
            "outbox_oldest_due_age_seconds",
            "For how long the oldest message has waited of those that should have been sent; 0 if there is none.",
            age,
        ),
    ])
}
