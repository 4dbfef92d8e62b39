//! When something began: with the first evidence of it, which an alert only follows.

use jiff::{SignedDuration, Timestamp};

use super::statements::FIRST_FAILURE;
use crate::alert::Alert;
use crate::db::{DbError, Session};

/// So far back a run of failures is followed from the alert.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(24);

/// The label that says which target an alert is about.
pub(super) const TARGET: &str = "target";

/// A check of a target that failed.
pub(super) struct FailedCheck {
    pub id: i64,
    pub at: Timestamp,
    pub target: String,
    pub reason: String,
}

/// The first of the checks that failed in a row until an alert about their target began.
pub(super) fn first_failure(
    session: &mut dyn Session,
    alert: &Alert,
) -> Result<Option<FailedCheck>, DbError> {
    let Some(target) = alert.labels.get(TARGET) else { return Ok(None) };
    let earliest = alert.started.saturating_sub(LOOK_BACK).unwrap_or(alert.started);
    session.first(&FIRST_FAILURE, &[target.into(), alert.started.into(), earliest.into()], |row| {
        let at = row.time(1)?.unwrap_or(alert.started);
        let reason = row.get(2)?.as_str().unwrap_or("no reason given").to_owned();
        Ok(FailedCheck { id: row.int(0)?, at, target: target.to_owned(), reason })
    })
}

/// When the first of these alerts began, or the failures that led to it; `None` of no alerts.
pub(super) fn beginning(session: &mut dyn Session, alerts: &[Alert]) -> Result<Option<Timestamp>, DbError> {
    let began = alerts
        .iter()
        .map(|alert| Ok(first_failure(session, alert)?.map_or(alert.started, |failed| failed.at)));
    Ok(began.collect::<Result<Vec<_>, DbError>>()?.into_iter().min())
}
