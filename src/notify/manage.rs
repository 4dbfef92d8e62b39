//! The outbox by hand: look at it, try again what was given up, drop what nobody needs any more.

use jiff::Timestamp;

use super::outbox::read;
use super::{OutboxRow, State, Subject, statements};
use crate::db::{DbError, Session};
use crate::render::plural;

/// Which rows are wanted: those that agree with whatever is given.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct OutboxFilter<'a> {
    pub state: Option<&'a str>,
    pub channel: Option<&'a str>,
    pub incident: Option<i64>,
    /// What was settled before is left out, unless it is dead; everything is wanted where absent.
    pub settled_since: Option<Timestamp>,
    /// What was created later is left out.
    pub until: Option<Timestamp>,
}

impl OutboxRow {
    /// Whether somebody who asks for it has it tried again. An action is run at most once, whoever asks.
    pub(crate) fn may_be_retried(&self) -> bool {
        self.kind != super::Kind::Action
            && matches!(self.state, State::Queued | State::Dead | State::Skipped | State::Dropped)
    }

    /// How a row was given up that was.
    pub(crate) fn given_up(&self) -> String {
        let why = self.error.as_ref().map(|error| format!(": {error}")).unwrap_or_default();
        format!("given up after {}{why}", plural(self.attempts, "attempt"))
    }

    /// Whether it can be dropped: it waits, or was given up.
    pub(crate) fn may_be_dropped(&self) -> bool {
        matches!(self.state, State::Queued | State::Dead)
    }
}

/// The rows that are wanted, oldest first.
pub(crate) fn list_rows(
    session: &mut dyn Session,
    filter: &OutboxFilter<'_>,
) -> Result<Vec<OutboxRow>, DbError> {
    let set = [
        filter.state.into(),
        filter.channel.into(),
        filter.incident.into(),
        filter.settled_since.into(),
        filter.until.into(),
    ];
    session.collect(&statements::LIST, &set, read)
}

/// The row with this id.
pub(crate) fn find_row(session: &mut dyn Session, id: i64) -> Result<Option<OutboxRow>, DbError> {
    session.first(&statements::BY_ID, &[id.into()], read)
}

/// Everything that was to be told about a subject, oldest first.
pub(crate) fn rows_of_subject(
    session: &mut dyn Session,
    subject: &Subject,
) -> Result<Vec<OutboxRow>, DbError> {
    session.collect(&statements::OF_SUBJECT, &[subject.to_string().into()], read)
}

/// Lets a row be tried again at once, under the idempotency key that it has had; false if it changed meanwhile.
///
/// It counts as attempted once if it may have arrived: whoever may have got an opening is told the end.
pub(crate) fn retry_row(session: &mut dyn Session, row: &OutboxRow, now: Timestamp) -> Result<bool, DbError> {
    let attempts = i64::from(row.may_be_heard());
    let set = [row.id.into(), row.state.name().into(), row.attempts.into(), now.into(), attempts.into()];
    Ok(session.execute(&statements::RETRY, &set)? == 1)
}

/// Gives a row up, and keeps why; false if it changed meanwhile.
pub(crate) fn drop_row(
    session: &mut dyn Session,
    row: &OutboxRow,
    reason: &str,
    now: Timestamp,
) -> Result<bool, DbError> {
    let set = [row.id.into(), row.state.name().into(), row.attempts.into(), now.into(), reason.into()];
    Ok(session.execute(&statements::DROP, &set)? == 1)
}
