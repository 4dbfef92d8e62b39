//! The SQL of looking at stored lines. `?1` to `?6` are those of [`super::Filter`].

use super::{By, Order};
use crate::db::Statement;

/// Which of the searches: each has a text of its own, since the planner must see what is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    pub words: bool,
    pub event: bool,
    /// Only lines whose level has one of the names, which are few, rather than none of them.
    pub named: bool,
    pub order: Order,
}

macro_rules! search {
    ($filter:expr, $order:literal) => {
        Statement::new(
            "search logs",
            concat!(
                "SELECT at, timed, store_id, level, service, component, event, message, body, id, received_at
                 FROM logs WHERE at >= ?1 AND at < ?2 AND (?3 IS NULL OR store_id = ?3) AND ",
                $filter,
                " ORDER BY ",
                $order,
                " LIMIT ?8"
            ),
        )
    };
    ($filter:expr) => {
        [search!($filter, "at DESC, seq DESC"), search!($filter, "at, seq")]
    };
}

/// Without words and with them.
macro_rules! searches {
    ($filter:expr) => {
        [
            search!($filter),
            search!(concat!($filter, " AND seq IN (SELECT rowid FROM logs_text WHERE logs_text MATCH ?7)")),
        ]
    };
}

macro_rules! level {
    () => {
        "COALESCE(level IN (SELECT value FROM json_each(?4)), 0) = ?5"
    };
}

const ANY: [[Statement; 2]; 2] = searches!(level!());
const NAMED: [[Statement; 2]; 2] = searches!("level IN (SELECT value FROM json_each(?4))");
const EVENT: [[Statement; 2]; 2] = searches!(concat!("event = ?6 AND ", level!()));

pub(super) fn search(which: Search) -> &'static Statement {
    let searches = match (which.event, which.named) {
        (true, _) => &EVENT,
        (false, true) => &NAMED,
        (false, false) => &ANY,
    };
    let [newest, oldest] = &searches[usize::from(which.words)];
    match which.order {
        Order::Newest => newest,
        Order::Oldest => oldest,
    }
}

macro_rules! count {
    ($key:literal) => {
        Statement::new(
            "count logs",
            concat!(
                "SELECT ",
                $key,
                ", COUNT(*), COUNT(*) FILTER (WHERE NOT timed), MIN(at), MAX(at) FROM logs
                 WHERE at >= ?1 AND at < ?2 AND (?3 IS NULL OR store_id = ?3)
                   AND (?6 IS NULL OR event = ?6) AND ",
                level!(),
                " GROUP BY 1"
            ),
        )
    };
}

const BY_LEVEL: Statement = count!("level");
const BY_STORE: Statement = count!("store_id");
const BY_EVENT: Statement = count!("event");
/// By the minute: which hour or day a minute lies in depends on the time zone.
const BY_MINUTE: Statement = count!("substr(at, 1, 16) || ':00'");

pub(super) fn count(by: By) -> &'static Statement {
    match by {
        By::Level => &BY_LEVEL,
        By::Store => &BY_STORE,
        By::Event => &BY_EVENT,
        By::Hour | By::Day => &BY_MINUTE,
    }
}

pub(super) const IS_KNOWN: Statement =
    Statement::new("find log", "SELECT EXISTS (SELECT 1 FROM logs WHERE id = ?1)");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::{Database, Value};
    use crate::logs::stored::{Filter, Level};

    /// How the rows of a statement are found.
    fn plan(statement: &Statement) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let logs = Database::open_logs(&folder.path().join("logs.db")).unwrap();
        let text = Box::leak(format!("EXPLAIN QUERY PLAN {}", statement.sql).into_boxed_str());
        let explain = Statement::new("explain", text);
        let filter = Filter { level: Some(Level::Warn), ..Filter::default() };
        let mut values = filter.values().to_vec();
        values.extend([Value::from("\"x\""), Value::Int(5)]);
        logs.read(|session| session.collect(&explain, &values, |row| row.text(3))).unwrap()
    }

    #[test]
    fn a_search_without_words_walks_an_index_in_order_and_sorts_nothing() {
        for (event, index) in
            [(false, "logs_at (at>? AND at<?)"), (true, "logs_event (event=? AND at>? AND at<?)")]
        {
            for order in [Order::Newest, Order::Oldest] {
                let plan = plan(search(Search { words: false, event, named: false, order }));
                assert!(plan.iter().any(|step| step.contains(index)), "{plan:?}");
                assert!(!plan.iter().any(|step| step.contains("B-TREE")), "{plan:?}");
            }
        }
    }
    #[test]
    fn grave_lines_are_found_by_their_level() {
        let plan = plan(search(Search { words: false, event: false, named: true, order: Order::Newest }));
        assert!(plan.iter().any(|step| step.contains("logs_level (level=? AND at>? AND at<?)")), "{plan:?}");
    }
}
