//! Entries of the trail, written and read.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::statements;
use crate::db::{DbError, Row, Session};

/// One thing that somebody did.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Entry {
    pub id: i64,
    pub at: Timestamp,
    pub actor: String,
    /// A verb: `ack`, `silence`, …
    pub action: String,
    /// What it was done to: `incident:12`, `silence:3`, `event:5`.
    pub subject: String,
    /// A JSON object of what else there is to know, such as the comment.
    pub detail: Value,
}

/// Which entries are wanted: those of `[since, until)` that agree with whatever is given.
#[derive(Clone, Debug)]
pub(crate) struct Filter {
    pub since: Timestamp,
    pub until: Timestamp,
    pub subject: Option<String>,
    pub actor: Option<String>,
    pub action: Option<String>,
}

/// Adds an entry, in the transaction of what it tells about.
pub(crate) fn record(
    session: &mut dyn Session,
    now: Timestamp,
    actor: &str,
    action: &str,
    subject: &str,
    detail: &Value,
) -> Result<(), DbError> {
    let set = [now.into(), actor.into(), action.into(), subject.into(), detail.to_string().into()];
    session.execute(&statements::RECORD, &set).map(drop)
}

/// The entries that are wanted, newest first.
pub(crate) fn list(session: &mut dyn Session, filter: &Filter) -> Result<Vec<Entry>, DbError> {
    let set = [
        filter.since.into(),
        filter.until.into(),
        filter.subject.clone().into(),
        filter.actor.clone().into(),
        filter.action.clone().into(),
    ];
    session.collect(&statements::LIST, &set, read)
}

fn read(row: &dyn Row) -> Result<Entry, DbError> {
    let detail = row.text(5)?;
    Ok(Entry {
        id: row.int(0)?,
        at: row.time(1)?.unwrap_or(Timestamp::UNIX_EPOCH),
        actor: row.text(2)?,
        action: row.text(3)?,
        subject: row.text(4)?,
        detail: serde_json::from_str(&detail).unwrap_or(Value::String(detail)),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::db::{Database, Statement};

    fn at(time: &str) -> Timestamp {
        format!("2025-10-24T{time}Z").parse().unwrap()
    }

    fn trail() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("own.db")).unwrap();
        let entries = [
            ("10:00:00", "ivan", "ack", "incident:1", json!({ "comment": "on it" })),
            ("11:00:00", "ivan", "silence", "silence:1", json!({})),
            ("12:00:00", "anna", "ack", "incident:2", json!({})),
        ];
        database
            .write(|session| {
                entries.iter().try_for_each(|(time, actor, action, subject, detail)| {
                    record(session, at(time), actor, action, subject, detail)
                })
            })
            .unwrap();
        (folder, database)
    }

    fn found(database: &Database, change: impl Fn(&mut Filter)) -> Vec<String> {
        let mut filter =
            Filter { since: at("00:00:00"), until: at("23:00:00"), subject: None, actor: None, action: None };
        change(&mut filter);
        let entries = database.read(|session| list(session, &filter)).unwrap();
        entries.into_iter().map(|entry| entry.subject).collect()
    }

    #[test]
    fn the_trail_is_read_newest_first_by_whatever_is_asked_for() {
        let (_folder, database) = trail();
        assert_eq!(found(&database, |_| {}), ["incident:2", "silence:1", "incident:1"]);
        assert_eq!(
            found(&database, |filter| filter.actor = Some("ivan".into())),
            ["silence:1", "incident:1"]
        );
        assert_eq!(
            found(&database, |filter| filter.action = Some("ack".into())),
            ["incident:2", "incident:1"]
        );
        assert_eq!(found(&database, |filter| filter.subject = Some("silence:1".into())), ["silence:1"]);
        assert_eq!(found(&database, |filter| filter.until = at("11:00:00")), ["incident:1"]);
    }

    #[test]
    fn what_was_done_can_be_neither_changed_nor_removed() {
        let (_folder, database) = trail();
        for sql in ["UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"] {
            let refused = database.write(|session| session.execute(&Statement::new("tamper", sql), &[]));
            assert!(refused.unwrap_err().to_string().contains("only added to"), "{sql}");
        }
        assert_eq!(found(&database, |_| {}).len(), 3);
    }
}
