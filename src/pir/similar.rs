//! Earlier incidents of the same kind, and what was written about them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::Serialize;

use super::document::Document;
use super::statements::EARLIER;
use crate::alert::Alert;
use crate::db::{DbError, Session};
use crate::label::Labels;
use crate::time::Duration;

/// So many are named for each rule.
const NAMED: i64 = 5;

/// An earlier alert of one of the rules.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Similar {
    pub fired: Timestamp,
    /// `None` while it goes on.
    pub duration: Option<String>,
    pub rule: String,
    pub labels: String,
    /// It had the very same labels: the same store, the same target.
    pub same: bool,
    pub severity: String,
    pub alert: i64,
    pub incident: Option<i64>,
    /// The review that was written about it.
    pub review: Option<String>,
}

/// Earlier alerts of the rules of these, the latest first.
pub(super) fn similar(
    session: &mut dyn Session,
    alerts: &[Alert],
    before: Timestamp,
    reviews: &[Document],
) -> Result<Vec<Similar>, DbError> {
    let (mut all, mut seen) = (Vec::<Similar>::new(), BTreeSet::new());
    for alert in alerts {
        let set = [alert.rule.as_str().into(), alert.labels.hash().into(), before.into(), NAMED.into()];
        let found = session.collect(&EARLIER, &set, |row| {
            let (fired, ended) = (row.time(1)?.unwrap_or_default(), row.time(2)?);
            let seconds =
                ended.map(|ended| u64::try_from(ended.as_second() - fired.as_second()).unwrap_or(0));
            let (id, incident) = (row.int(0)?, row.get(4)?.as_i64());
            Ok(Similar {
                fired,
                duration: seconds.map(|seconds| Duration::from_secs(seconds).to_string()),
                rule: alert.rule.clone(),
                labels: shown(&Labels::from_json(&row.text(5)?).unwrap_or_default()),
                same: row.int(6)? == 1,
                severity: row.text(3)?,
                alert: id,
                incident,
                review: about(reviews, id, incident),
            })
        })?;
        all.extend(found.into_iter().filter(|one| seen.insert(one.alert)));
    }
    all.sort_by_key(|one| (!one.same, std::cmp::Reverse(one.fired)));
    all.truncate(2 * usize::try_from(NAMED).unwrap_or_default());
    Ok(all)
}

/// What tells an alert from others of its rule.
fn shown(labels: &Labels) -> String {
    let told = labels.iter().filter(|(name, _)| !["alertname", "severity"].contains(name));
    told.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(", ")
}

fn about(reviews: &[Document], alert: i64, incident: Option<i64>) -> Option<String> {
    reviews.iter().find(|document| document.is_of_alert(alert, incident)).map(|document| document.id.clone())
}
