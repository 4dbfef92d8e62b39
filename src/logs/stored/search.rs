//! Looks lines up.

use super::statements::{self, Search};
use super::{Filter, Words};
use crate::db::{DbError, Row, Session, Value};

/// Which lines come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Newest,
    Oldest,
}

/// A line that was found: its columns in the order of [`Hit::COLUMNS`].
#[derive(Clone, Debug)]
pub(crate) struct Hit(pub Vec<Value>);

impl Hit {
    pub(crate) const COLUMNS: [&'static str; 11] = [
        "at",
        "timed",
        "store_id",
        "level",
        "service",
        "component",
        "event",
        "message",
        "body",
        "id",
        "received_at",
    ];

    fn read(row: &dyn Row) -> Result<Self, DbError> {
        (0..Self::COLUMNS.len()).map(|column| row.get(column)).collect::<Result<_, _>>().map(Self)
    }

    /// A column by its name.
    pub(crate) fn get(&self, column: &str) -> Value {
        let place = Self::COLUMNS.iter().position(|name| *name == column);
        place.map_or(Value::Null, |place| self.0[place].clone())
    }
}

/// At most `limit` lines that pass the filter and hold the words.
pub(crate) fn search(
    session: &mut dyn Session,
    filter: &Filter,
    words: Option<&Words>,
    order: Order,
    limit: usize,
) -> Result<Vec<Hit>, DbError> {
    let named = filter.level.is_some_and(|level| level.and_above().1);
    let which = Search { words: words.is_some(), event: filter.event.is_some(), named, order };
    let mut values = filter.values().to_vec();
    values.push(words.map(Words::as_str).into());
    values.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
    session.collect(statements::search(which), &values, Hit::read)
}
