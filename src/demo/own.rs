//! The own database's history: what probing, listening and telling would have left there.

use std::path::Path;

use super::calendar::{Day, LOOKED_AT, days, moscow, today};
use super::customers::Customers;
use super::outages::{self, Outage};
use super::random::Random;
use super::rush::POOL_SHORT;
use super::statements::{EVENT, HEALTH_CHECK, HEARTBEAT, RUN};
use super::trade::{SHOPS, is_within};
use super::{incidents, samples};
use crate::db::{Database, DbError, Session, Value};

/// When the app of shop 5 fell silent this evening.
const SILENT: (i64, u32) = (5, moscow(18, 21) + 12);

/// Writes the history into a new database.
pub(super) fn fill(path: &Path) -> Result<(), DbError> {
    let customers = Customers::new();
    Database::open(path)?.write(|session| {
        samples::declare(session)?;
        for day in &days() {
            health_checks(session, day)?;
            evaluations(session, day)?;
            samples::volumes(session, day, &customers)?;
            if day.is_recent() {
                heartbeats(session, day)?;
                samples::write(session, day, &customers)?;
            }
            outages::on(day).try_for_each(|outage| incidents::write(session, day, outage))?;
        }
        receiver(session)?;
        events(session)
    })
}

/// Every 30 seconds of late and around outages; of older days one in ten was kept.
fn health_checks(session: &mut dyn Session, day: &Day) -> Result<(), DbError> {
    let mut random = Random::new("health", day.index);
    let is_kept = |second: u32| {
        day.is_recent() || second.is_multiple_of(300) || outages::on(day).any(|outage| outage.is_near(second))
    };
    for second in (0..day.end()).step_by(30).filter(|second| is_kept(*second)) {
        let at = day.milli(second * 1000 + random.below(400));
        let (reason, status, took) = answer(day, second, &mut random);
        let row = [at.into(), reason.is_none().into(), reason.into(), status.into(), took.into()];
        session.execute(&HEALTH_CHECK, &row)?;
    }
    Ok(())
}

/// Why a check failed, its status code, and the milliseconds it took.
fn answer(day: &Day, second: u32, random: &mut Random) -> (Option<&'static str>, Option<i64>, f64) {
    let usual = (random.skewed(34.0, 120.0) * 10.0).round() / 10.0;
    match outages::on(day).find(|outage| outage.covers(second)) {
        Some(Outage { refused: true, .. }) => (Some("connection refused"), None, usual / 10.0),
        Some(_) => (Some("timed out after 10s while waiting for an answer"), None, 10_000.0),
        None if day.is_today() && is_within(second, POOL_SHORT) => (None, Some(200), 400.0 + 2.0 * usual),
        None => (None, Some(200), usual),
    }
}

/// Each app beats once a minute, from ten minutes before opening to ten minutes after closing.
fn heartbeats(session: &mut dyn Session, day: &Day) -> Result<(), DbError> {
    let mut random = Random::new("heartbeats", day.index);
    for shop in &SHOPS {
        let (since, until) = (moscow(8, 50) + random.below(60), moscow(21, 10).min(day.end()));
        let until = if day.is_today() && shop.id == SILENT.0 { SILENT.1 } else { until };
        for second in (since..until).step_by(60) {
            let milli = second * 1000 + random.below(300);
            let at = day.milli(milli);
            let key = format!("demo {} {at}", shop.id);
            let received = day.milli(milli + 40 + random.below(200));
            let row = [shop.id.to_string().into(), at.into(), "1.0.0".into(), received.into(), key.into()];
            session.execute(&HEARTBEAT, &row)?;
        }
    }
    Ok(())
}

/// The receiver has run since the heartbeats began, so that no silence is its own.
fn receiver(session: &mut dyn Session) -> Result<(), DbError> {
    let since = days().into_iter().find(Day::is_recent).map(|day| day.milli(0));
    let alive = today(LOOKED_AT);
    session.execute(&RUN, &["serve".into(), since.into(), alive.into(), Value::Null, Value::Null]).map(drop)
}

/// The rules have been looked at all the time.
fn evaluations(session: &mut dyn Session, day: &Day) -> Result<(), DbError> {
    (0..day.end()).step_by(600).try_for_each(|second| {
        let at = Value::from(day.milli(second * 1000));
        session
            .execute(&RUN, &["evaluate-alerts".into(), at.clone(), at.clone(), at, Value::Int(0)])
            .map(drop)
    })
}

/// What people wrote down today.
fn events(session: &mut dyn Session) -> Result<(), DbError> {
    let notes = [
        (moscow(9, 40), "deploy", "loyalty-backend 2.8.1 deployed"),
        (moscow(10, 15), "note", "Root cause identified: database connection pool exhausted (size 5)"),
        (moscow(10, 30), "deploy", "Fix applied: connection pool size raised to 20, backend restarted"),
    ];
    for (second, kind, text) in notes {
        let row = [today(second).into(), kind.into(), text.into(), r#"{"service":"loyalty-backend"}"#.into()];
        session.execute(&EVENT, &row)?;
    }
    Ok(())
}
