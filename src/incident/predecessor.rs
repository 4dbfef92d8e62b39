//! What was told last of a group whose incident has ended: a group that flaps is not told of each time.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::apply::rose;
use super::statements;
use super::{Desk, Incident};
use crate::db::{DbError, Row, Session};
use crate::label::Labels;
use crate::route::Policy;
use crate::time::Duration;

/// The last message about an incident that has ended.
struct Last {
    at: Timestamp,
    severity: Option<String>,
}

/// The last message of each route and group that may still keep a next one waiting.
#[derive(Default)]
pub(super) struct Predecessors(BTreeMap<(String, Labels), Last>);

impl Predecessors {
    /// All that were told of within the longest `group_interval` there is.
    pub(super) fn read(session: &mut dyn Session, desk: &Desk<'_>, now: Timestamp) -> Result<Self, DbError> {
        let config = desk.router.config;
        let intervals = config.routes.iter().filter_map(|route| route.group_interval);
        let longest = intervals.chain([config.routing.group_interval]).max().unwrap_or(Duration::ZERO);
        let since = now.checked_sub(longest.signed()).unwrap_or(Timestamp::MIN);
        let last = session.collect(&statements::LAST_TOLD, &[since.into()], read)?;
        // In order of time: a later one replaces those before it.
        Ok(Self(last.into_iter().collect()))
    }

    /// Until when the opening of an incident waits because its group was told of just before; `None` if it need not.
    pub(super) fn rests(&self, desk: &Desk<'_>, policy: &Policy, incident: &Incident) -> Option<Timestamp> {
        // What gathers for a digest is told once a day as it is.
        if policy.digest.is_some() {
            return None;
        }
        let last = self.0.get(&(incident.route.clone(), incident.group.clone()))?;
        if rose(desk, last.severity.as_deref(), &incident.severity) {
            return None;
        }
        // A run whose clock was ahead must not keep it waiting for longer.
        let told = last.at.min(incident.opened);
        told.checked_add(policy.group_interval.signed()).ok()
    }
}

fn read(row: &dyn Row) -> Result<((String, Labels), Last), DbError> {
    let group = Labels::from_json(&row.text(1)?).unwrap_or_default();
    let severity = row.get(3)?.as_str().map(str::to_owned);
    Ok(((row.text(0)?, group), Last { at: row.time(2)?.unwrap_or_default(), severity }))
}
