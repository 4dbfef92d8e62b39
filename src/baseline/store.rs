//! What is known of one metric, read back.

use jiff::Timestamp;

use super::statements::KNOWN;
use crate::db::{DbError, Session};
use crate::label::Labels;

/// What is usual for one series in one hour of the week.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub labels: Labels,
    pub hour_of_week: i64,
    /// `None` while it is learning.
    pub median: Option<f64>,
    pub spread: Option<f64>,
    pub weeks: i64,
}

/// The baseline of a metric as it was known at an instant, of one store or of all.
pub(crate) fn known(
    session: &mut dyn Session,
    metric: &str,
    store: Option<&str>,
    at: Timestamp,
) -> Result<Vec<Known>, DbError> {
    session.collect(&KNOWN, &[metric.into(), store.into(), at.into()], |row| {
        Ok(Known {
            labels: Labels::from_json(&row.text(0)?).unwrap_or_default(),
            hour_of_week: row.int(1)?,
            median: row.number(2)?,
            spread: row.number(3)?,
            weeks: row.int(4)?,
        })
    })
}
