//! From what a test writes to single rows, each with its instant.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::file::{Cells, InputSeries, InputTable, Rows, RuleTest};
use super::{file, series};
use crate::config::Problem;
use crate::db::Value;
use crate::ingest::Sample;
use crate::inventory::Inventory;
use crate::time::Duration;

/// So many rows of one entry at most: a mistyped count must not fill the disk.
const MOST: i64 = 1_000_000;

/// One row of a table that is to come about at an instant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct InputRow<'t> {
    pub at: Timestamp,
    /// Its columns without the one that says when.
    pub columns: Vec<(&'t str, Value)>,
    pub line: usize,
}

/// Every row of a table, in the order of the file; or what is wrong with an entry, and its line.
pub(super) fn rows(table: &InputTable, start: Timestamp) -> Result<Vec<InputRow<'_>>, (usize, String)> {
    let mut all = Vec::new();
    for entry in &table.rows {
        let (rows, line) = (&entry.value, file::line(entry));
        let instants = instants(rows, start).map_err(|message| (line, message))?;
        let alike = combinations(&table.columns, &rows.columns);
        let times = rows.times.unwrap_or(1);
        let count = i64::try_from(instants.len() * alike.len())
            .ok()
            .and_then(|count| i64::try_from(times).ok().and_then(|times| count.checked_mul(times)));
        if count.is_none_or(|count| count > MOST) {
            return Err((line, format!("more than {MOST} rows")));
        }
        for at in instants {
            for columns in &alike {
                all.extend((0..times).map(|_| InputRow { at, columns: columns.clone(), line }));
            }
        }
    }
    Ok(all)
}

/// `at`, and then each `every` before `until`.
fn instants(rows: &Rows, start: Timestamp) -> Result<Vec<Timestamp>, String> {
    let first = after(start, rows.at);
    let (every, until) = match (rows.every, rows.until) {
        (None, None) => return Ok(vec![first]),
        (Some(every), Some(until)) if every > Duration::ZERO => (every, after(start, until)),
        (Some(_), Some(_)) => return Err("every: 0s never comes to an end".into()),
        _ => {
            return Err(
                "every and until go together: rows at `at`, and then each `every` before `until`".into()
            );
        }
    };
    let all = std::iter::successors(Some(first), |at| Some(after(*at, every)));
    Ok(all.take_while(|at| *at < until).take(usize::try_from(MOST).unwrap_or(usize::MAX)).collect())
}

pub(super) fn after(start: Timestamp, time: Duration) -> Timestamp {
    start.saturating_add(time.signed()).unwrap_or(start)
}

/// The columns of an entry over those that all share; where some have several values, each with each.
fn combinations<'t>(
    shared: &'t BTreeMap<String, Cells>,
    own: &'t BTreeMap<String, Cells>,
) -> Vec<Vec<(&'t str, Value)>> {
    let columns: BTreeMap<&str, &Cells> =
        shared.iter().chain(own).map(|(name, cells)| (name.as_str(), cells)).collect();
    columns.into_iter().fold(vec![Vec::new()], |rows, (name, cells)| {
        let with = |row: &Vec<_>| {
            let row = row.clone();
            cells.values().into_iter().map(move |value| row.iter().cloned().chain([(name, value)]).collect())
        };
        rows.iter().flat_map(with).collect()
    })
}

/// The samples of every series of a test, or the first mistake in them.
pub(super) fn samples(
    test: &RuleTest,
    interval: Duration,
    start: Timestamp,
    inventory: &Inventory,
) -> Result<Vec<Sample>, (usize, String)> {
    let mut all = Vec::new();
    for InputSeries { series: written, values } in &test.input_series {
        let at_series = |message: String| (file::line(written), message);
        let (name, labels) = series::series(&written.value).map_err(at_series)?;
        let values = series::values(&values.value).map_err(|message| (file::line(values), message))?;
        let mut at = start;
        for value in values {
            if let Some(value) = value {
                let sample = Sample::new(&name, labels.clone(), value, at, inventory);
                all.push(sample.map_err(|error| at_series(error.to_string()))?);
            }
            at = after(at, interval);
        }
    }
    Ok(all)
}

/// A problem of a test file's line.
pub(super) fn problem(file: &std::path::Path, (line, message): (usize, String)) -> Problem {
    Problem::new(file, line, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> InputTable {
        serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}"))
    }

    fn written(text: &str) -> Vec<String> {
        let table = table(text);
        let rows = rows(&table, Timestamp::UNIX_EPOCH).unwrap_or_else(|(_, error)| panic!("{error}"));
        let row = |row: InputRow<'_>| {
            let columns: Vec<String> =
                row.columns.iter().map(|(name, value)| format!("{name}={}", value.label_text())).collect();
            format!("{} {}", row.at.as_second(), columns.join(" "))
        };
        rows.into_iter().map(row).collect()
    }

    #[test]
    fn an_entry_is_repeated_by_count_and_in_time() {
        let text = "{ table: t, rows: [{ times: 2, a: 1 }, { at: 1m, every: 30s, until: 2m, a: x }] }";
        assert_eq!(written(text), ["0 a=1", "0 a=1", "60 a=x", "90 a=x"]);
    }

    #[test]
    fn columns_with_several_values_make_a_row_for_each() {
        let text =
            "{ table: t, columns: { store_id: [1, 2], ok: true }, rows: [{ s: [a, b] }, { store_id: 3 }] }";
        let expected = [
            "0 ok=1 s=a store_id=1",
            "0 ok=1 s=a store_id=2",
            "0 ok=1 s=b store_id=1",
            "0 ok=1 s=b store_id=2",
        ];
        assert_eq!(written(text)[..4], expected);
        assert_eq!(written(text)[4..], ["0 ok=1 store_id=3"]);
    }

    #[rstest::rstest]
    #[case("{ every: 1m }", "every and until go together")]
    #[case("{ every: 0s, until: 1m }", "never comes to an end")]
    #[case("{ times: 1000001 }", "more than 1000000 rows")]
    fn an_entry_without_an_end_is_refused(#[case] entry: &str, #[case] message: &str) {
        let table = table(&format!("table: t\nrows:\n  - {entry}\n"));
        let (line, said) = rows(&table, Timestamp::UNIX_EPOCH).unwrap_err();
        assert!(line == 3 && said.contains(message), "{line}: {said}");
    }
}
