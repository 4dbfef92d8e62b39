//! Events as the database keeps them.

use jiff::Timestamp;

use super::{EventKind, statements};
use crate::db::{DbError, Row, Session};
use crate::label::Labels;
use crate::route::EVENT;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Event {
    pub id: i64,
    pub at: Timestamp,
    pub kind: String,
    pub text: String,
    /// As they were given; routes also see the kind, see [`Event::routed`].
    pub labels: Labels,
}

/// An event that is not yet on record.
#[derive(Clone, Debug)]
pub(crate) struct New<'a> {
    pub at: Timestamp,
    /// When it is put on record.
    pub noted: Timestamp,
    pub kind: &'a EventKind,
    pub text: &'a str,
    pub labels: &'a Labels,
    /// Whoever gives it twice for one kind means one event.
    pub key: Option<&'a str>,
}

impl Event {
    /// The labels by which routes know it: its own, and its kind as `event`.
    pub(crate) fn routed(&self) -> Labels {
        let mut labels = self.labels.clone();
        labels.set(EVENT, &self.kind);
        labels
    }
}

/// As it would be, without a number.
impl From<&New<'_>> for Event {
    fn from(new: &New<'_>) -> Self {
        let (kind, text) = (new.kind.to_string(), new.text.to_owned());
        Self { id: 0, at: new.at, kind, text, labels: new.labels.clone() }
    }
}

/// Puts an event on record; `false` with the one that is there if its key is known.
pub(crate) fn record(session: &mut dyn Session, new: &New<'_>) -> Result<(Event, bool), DbError> {
    let set = [
        new.at.into(),
        new.kind.as_str().into(),
        new.text.into(),
        new.labels.to_json().into(),
        new.key.into(),
        new.noted.into(),
    ];
    let id = session.first(&statements::RECORD, &set, |row| row.int(0))?;
    let found = match (id, new.key) {
        (Some(id), _) => find(session, id)?,
        (None, Some(key)) => {
            session.first(&statements::BY_KEY, &[new.kind.as_str().into(), key.into()], read)?
        }
        (None, None) => None,
    };
    let event = found.ok_or_else(|| DbError::Refused("an event was not found where it was put".into()))?;
    Ok((event, id.is_some()))
}

/// The event with this id.
pub(crate) fn find(session: &mut dyn Session, id: i64) -> Result<Option<Event>, DbError> {
    session.first(&statements::BY_ID, &[id.into()], read)
}

/// Events of `[since, until)`, newest first; of one kind, if one is given.
pub(crate) fn list(
    session: &mut dyn Session,
    since: Timestamp,
    until: Timestamp,
    kind: Option<&str>,
) -> Result<Vec<Event>, DbError> {
    session.collect(&statements::WITHIN, &[since.into(), until.into(), kind.into()], read)
}

fn read(row: &dyn Row) -> Result<Event, DbError> {
    Ok(Event {
        id: row.int(0)?,
        at: row.time(1)?.unwrap_or_default(),
        kind: row.text(2)?,
        text: row.text(3)?,
        labels: Labels::from_json(&row.text(4)?).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Database;

    fn at(time: &str) -> Timestamp {
        format!("2025-10-24T{time}Z").parse().unwrap()
    }

    fn put(database: &Database, kind: &str, text: &str, key: Option<&str>) -> (i64, bool) {
        let (kind, labels) = (kind.parse().unwrap(), [("version", "1.4.2")].into_iter().collect());
        let new = New { at: at("10:00:00"), noted: at("10:00:00"), kind: &kind, text, labels: &labels, key };
        let (event, is_new) = database.write(|session| record(session, &new)).unwrap();
        (event.id, is_new)
    }

    #[test]
    fn a_key_means_one_event_of_its_kind_and_without_one_each_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("own.db")).unwrap();
        assert_eq!(put(&database, "deploy", "a", Some("7")), (1, true));
        assert_eq!(put(&database, "deploy", "b", Some("7")), (1, false));
        assert_eq!(put(&database, "order", "c", Some("7")), (2, true));
        assert_eq!(put(&database, "order", "d", None), (3, true));
        assert_eq!(put(&database, "order", "d", None), (4, true));
        let texts = |kind| {
            let events =
                database.read(|session| list(session, at("09:00:00"), at("10:00:01"), kind)).unwrap();
            events.into_iter().map(|event| event.text).collect::<Vec<_>>()
        };
        assert_eq!(texts(None), ["d", "d", "c", "a"]);
        assert_eq!(texts(Some("deploy")), ["a"]);
    }

    #[test]
    fn routes_know_an_event_by_its_kind() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("own.db")).unwrap();
        let (id, _) = put(&database, "deploy", "a", None);
        let event = database.read(|session| find(session, id)).unwrap().unwrap();
        assert_eq!(event.routed().to_string(), r#"{event="deploy", version="1.4.2"}"#);
    }
}
