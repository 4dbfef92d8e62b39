//! Which review is about what already, and which incidents have none.

use jiff::{SignedDuration, Timestamp};

use super::document::{Document, LIMIT};
use super::finding::{Finding, due};
use super::folder::Folder;
use super::gather::{Origin, Scope};
use crate::alert::{find as find_alert, of_incident as alerts_of};
use crate::config::{Config, Problem};
use crate::db::{DbError, Session};
use crate::incident::{Incident, list as list_incidents};

/// What closed longer ago is let go: a database that comes with years of incidents demands no review of each.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The review that is about the same: the same alert or its incident, the same incident or one of its alerts, the same
/// time; and about the same store, if about one alone.
pub(crate) fn reviewed<'a>(
    session: &mut dyn Session,
    scope: &Scope,
    documents: &'a [Document],
) -> Result<Option<&'a Document>, DbError> {
    let front = scope.front();
    let of_store: Vec<_> = documents
        .iter()
        .filter(|document| document.front.as_ref().is_some_and(|other| other.store == front.store))
        .collect();
    match scope.origin {
        Origin::Incident(id) => {
            let alerts = alerts_of(session, id)?;
            let is_about = |document: &&Document| {
                document.front.as_ref().is_some_and(|front| front.incident == Some(id))
                    || alerts.iter().any(|alert| document.is_of_alert(alert.id, None))
            };
            Ok(of_store.into_iter().find(is_about))
        }
        Origin::Alert(id) => {
            let incident = find_alert(session, id)?.and_then(|alert| alert.incident);
            Ok(of_store.into_iter().find(|document| document.is_of_alert(id, incident)))
        }
        Origin::Interval => Ok(of_store.into_iter().find(|document| document.front.as_ref() == Some(&front))),
    }
}

/// The incidents of late that demand a review by their severity, are over and have none, the oldest first. One of which a
/// review of something else at the same time tells has one: a single cause raises many alerts.
pub(crate) fn unreviewed(
    session: &mut dyn Session,
    config: &Config,
    documents: &[Document],
    now: Timestamp,
) -> Result<Vec<Finding>, DbError> {
    let (label, since) = (&config.inventory.label, now.saturating_sub(LOOK_BACK).unwrap_or(now));
    let fronts = documents.iter().filter_map(|document| document.front.as_ref());
    let scopes: Vec<_> =
        fronts.map(|front| Scope::again(session, front, label)).collect::<Result<_, DbError>>()?;
    let mut found = Vec::new();
    for incident in list_incidents(session, since, now)?.into_iter().rev() {
        let Some(closed) = incident.closed.filter(|closed| *closed <= now) else { continue };
        if !config.demands_review(&incident.severity) {
            continue;
        }
        let alerts = alerts_of(session, incident.id)?;
        let is_told = |scope: &Scope| alerts.iter().any(|alert| scope.tells_of(alert, label, now));
        if !scopes.iter().flatten().any(is_told) {
            found.push(missing(&incident, closed, config, now));
        }
    }
    Ok(found)
}

fn missing(incident: &Incident, closed: Timestamp, config: &Config, now: Timestamp) -> Finding {
    let (folder, Incident { id, severity, .. }) = (Folder::of(config), incident);
    let (level, when) = due(closed.saturating_add(LIMIT).unwrap_or(closed), now, folder.zone());
    let ended = closed.to_zoned(folder.zone().clone()).strftime("%Y-%m-%d %H:%M");
    let message = format!("incident {id} ({severity}), which ended {ended}, has no review, {when}");
    let hint = format!("`tillwatch pir new --from-incident {id}` drafts it");
    Finding { level, problem: Problem::new(folder.path, 0, message).hint(hint) }
}
