//! SQL functions that `SQLite` lacks: percentiles and REGEXP.

use rusqlite::Connection;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::ValueRef;

const PURE: FunctionFlags = FunctionFlags::SQLITE_UTF8
    .union(FunctionFlags::SQLITE_DETERMINISTIC)
    .union(FunctionFlags::SQLITE_INNOCUOUS);

/// Registers `percentile_cont(x, p)`, `percentile_disc(x, p)`, `median(x)` and `x REGEXP pattern`.
pub(super) fn register(connection: &Connection) -> rusqlite::Result<()> {
    connection.create_aggregate_function("percentile_cont", 2, PURE, Percentile(continuous))?;
    connection.create_aggregate_function("percentile_disc", 2, PURE, Percentile(discrete))?;
    connection.create_aggregate_function("median", 1, PURE, Percentile(continuous))?;
    connection.create_scalar_function("regexp", 2, PURE, |context| {
        let pattern = context.get_or_create_aux(0, |text| {
            regex::Regex::new(text.as_str()?)
                .map_err(|error| Box::new(error) as Box<dyn std::error::Error + Send + Sync>)
        })?;
        Ok(match context.get_raw(1) {
            ValueRef::Null => None,
            ValueRef::Text(text) => Some(pattern.is_match(&String::from_utf8_lossy(text))),
            other => Some(pattern.is_match(&super::value::from_sql(other).label_text())),
        })
    })
}

/// A percentile over the numbers of a group; NULL over none.
struct Percentile(fn(&[f64], f64) -> f64);

/// The numbers of one group so far, and the fraction asked for.
#[derive(Default)]
struct Group {
    numbers: Vec<f64>,
    fraction: Option<f64>,
}

impl Aggregate<Group, Option<f64>> for Percentile {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Group> {
        Ok(Group::default())
    }

    fn step(&self, context: &mut Context<'_>, group: &mut Group) -> rusqlite::Result<()> {
        let fraction = if context.len() > 1 { context.get::<f64>(1)? } else { 0.5 };
        if !(0.0..=1.0).contains(&fraction) {
            return Err(rusqlite::Error::UserFunctionError(
                format!("a percentile's fraction lies between 0 and 1, not at {fraction}").into(),
            ));
        }
        group.fraction = Some(fraction);
        match context.get_raw(0) {
            #[expect(clippy::cast_precision_loss, reason = "a measured number beyond 2^53 does not occur")]
            ValueRef::Integer(number) => group.numbers.push(number as f64),
            ValueRef::Real(number) => group.numbers.push(number),
            ValueRef::Null | ValueRef::Text(_) | ValueRef::Blob(_) => {}
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, group: Option<Group>) -> rusqlite::Result<Option<f64>> {
        let Some(Group { mut numbers, fraction: Some(fraction) }) = group else { return Ok(None) };
        if numbers.is_empty() {
            return Ok(None);
        }
        numbers.sort_unstable_by(f64::total_cmp);
        Ok(Some((self.0)(&numbers, fraction)))
    }
}

/// `PERCENTILE_CONT` of SQL:2003, which is R's type 7: linear between the neighbours of rank `p · (n − 1)`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a rank between 0 and the length of a vector"
)]
fn continuous(sorted: &[f64], fraction: f64) -> f64 {
    let rank = fraction * (sorted.len() - 1) as f64;
    let below = rank.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (rank - rank.floor())
}

/// `PERCENTILE_DISC` of SQL:2003, the nearest rank: the first value whose cumulative share reaches `p`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a rank between 0 and the length of a vector"
)]
fn discrete(sorted: &[f64], fraction: f64) -> f64 {
    let rank = (fraction * sorted.len() as f64).ceil() as usize;
    sorted[rank.clamp(1, sorted.len()) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R: quantile(c(15, 20, 35, 40, 50), p, type = 7) and type = 1.
    #[rstest::rstest]
    #[case(0.0, 15.0, 15.0)]
    #[case(0.05, 16.0, 15.0)]
    #[case(0.4, 29.0, 20.0)]
    #[case(0.95, 48.0, 50.0)]
    #[case(1.0, 50.0, 50.0)]
    fn percentiles_are_those_of_r(#[case] fraction: f64, #[case] type7: f64, #[case] type1: f64) {
        let sorted = [15.0, 20.0, 35.0, 40.0, 50.0];
        assert!((continuous(&sorted, fraction) - type7).abs() < 1e-9);
        assert!((discrete(&sorted, fraction) - type1).abs() < 1e-9);
    }

    #[test]
    fn a_percentile_over_nothing_is_null_and_nulls_do_not_count() {
        let connection = Connection::open_in_memory().unwrap();
        register(&connection).unwrap();
        let one = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, Option<f64>>(0)).unwrap();
        assert_eq!(one("SELECT percentile_cont(column1, 0.5) FROM (VALUES (NULL))"), None);
        assert_eq!(one("SELECT percentile_cont(column1, 0.5) FROM (VALUES (1), (NULL), (3))"), Some(2.0));
        assert_eq!(one("SELECT 'card declined' REGEXP 'decl.*d$'"), Some(1.0));
    }
}
