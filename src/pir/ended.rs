//! Reviews drafted while their incident was open: whether it has ended since.

use jiff::Timestamp;

use super::document::Document;
use super::front::Front;
use crate::alert::find as find_alert;
use crate::db::{DbError, Session};
use crate::incident::find as find_incident;

/// Lets each review that does not say when its alert or incident ended know what is on record of that by now.
pub(crate) fn look_up_ends(
    session: &mut dyn Session,
    documents: &mut [Document],
    now: Timestamp,
) -> Result<(), DbError> {
    for document in documents {
        let Some(front) = document.front.as_ref().filter(|front| front.until.is_none()) else { continue };
        if let Some(end) = end(session, front)?.filter(|end| *end <= now) {
            document.ended(end);
        }
    }
    Ok(())
}

fn end(session: &mut dyn Session, front: &Front) -> Result<Option<Timestamp>, DbError> {
    Ok(match (front.alert, front.incident) {
        (Some(id), _) => find_alert(session, id)?.and_then(|alert| alert.ended),
        (_, Some(id)) => find_incident(session, id)?.and_then(|incident| incident.closed),
        _ => None,
    })
}
