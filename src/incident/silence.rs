//! Silences: beginnings that match are not told for a while. With who wanted it, and why.

use jiff::Timestamp;

use super::statements;
use crate::db::{DbError, Row, Session};
use crate::label::Matchers;

/// One silence. Never changed but for its end.
#[derive(Clone, Debug)]
pub(crate) struct Silence {
    pub id: i64,
    pub matchers: Matchers,
    pub starts: Timestamp,
    pub ends: Timestamp,
    pub author: String,
    pub reason: String,
}

impl Silence {
    pub(crate) fn is_active(&self, now: Timestamp) -> bool {
        self.starts <= now && now < self.ends
    }

    /// `pending`, `active` or `expired`, as Alertmanager calls them.
    pub(crate) fn state(&self, now: Timestamp) -> &'static str {
        match (now < self.starts, now < self.ends) {
            // One that was ended before it began is over, too.
            (_, false) => "expired",
            (true, true) => "pending",
            (false, true) => "active",
        }
    }
}

fn read(row: &dyn Row) -> Result<Silence, DbError> {
    let id = row.int(0)?;
    let broken = |what: &str| DbError::Refused(format!("silence {id} has a broken {what}"));
    Ok(Silence {
        id,
        matchers: Matchers::parse(&row.text(1)?).map_err(|_| broken("matcher"))?,
        starts: row.time(2)?.ok_or_else(|| broken("start"))?,
        ends: row.time(3)?.ok_or_else(|| broken("end"))?,
        author: row.text(4)?,
        reason: row.text(5)?,
    })
}

/// Silences that had not ended by an instant, in order.
pub(crate) fn silences(session: &mut dyn Session, since: Timestamp) -> Result<Vec<Silence>, DbError> {
    session.collect(&statements::SILENCES, &[since.into()], read)
}

/// Stores a silence and gives its id; the one in `silence` is not looked at.
pub(crate) fn silence(session: &mut dyn Session, silence: &Silence, now: Timestamp) -> Result<i64, DbError> {
    let set = [
        silence.matchers.to_string().into(),
        silence.starts.into(),
        silence.ends.into(),
        silence.author.as_str().into(),
        silence.reason.as_str().into(),
        now.into(),
    ];
    let id = session.first(&statements::PUT_SILENCE, &set, |row| row.int(0))?;
    id.ok_or_else(|| DbError::Refused("an insert gave no id".into()))
}

/// Ends a silence now; false if there is none of this id that has not ended.
pub(crate) fn expire(session: &mut dyn Session, id: i64, now: Timestamp) -> Result<bool, DbError> {
    Ok(session.execute(&statements::EXPIRE_SILENCE, &[id.into(), now.into()])? == 1)
}
