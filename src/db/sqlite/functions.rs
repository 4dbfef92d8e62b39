//! SQL functions that `SQLite` lacks: percentiles, hours of the week and REGEXP.

use rusqlite::Connection;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::ValueRef;

use crate::stats::{interpolated, nearest_rank};
use crate::time;

const PURE: FunctionFlags = FunctionFlags::SQLITE_UTF8
    .union(FunctionFlags::SQLITE_DETERMINISTIC)
    .union(FunctionFlags::SQLITE_INNOCUOUS);

/// Registers `percentile_cont(x, p)`, `percentile_disc(x, p)`, `median(x)`, `hour_of_week(seconds, zone)` and
/// `x REGEXP pattern`.
pub(super) fn register(connection: &Connection) -> rusqlite::Result<()> {
    connection.create_aggregate_function("percentile_cont", 2, PURE, Percentile(interpolated))?;
    connection.create_aggregate_function("percentile_disc", 2, PURE, Percentile(nearest_rank))?;
    connection.create_aggregate_function("median", 1, PURE, Percentile(interpolated))?;
    connection.create_scalar_function("hour_of_week", 2, PURE, hour_of_week)?;
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

/// `hour_of_week(seconds since 1970, IANA zone)`: 0 is Monday from 00:00. NULL for NULL and for what is no instant.
fn hour_of_week(context: &Context<'_>) -> rusqlite::Result<Option<u8>> {
    let zone = context.get_or_create_aux(1, |zone| {
        let name = zone.as_str()?;
        let unknown = || format!("{name:?} is no IANA time zone, such as Europe/Moscow").into();
        time::zone(name).ok_or_else::<Box<dyn std::error::Error + Send + Sync>, _>(unknown)
    })?;
    #[expect(clippy::cast_possible_truncation, reason = "a float cast saturates, and no instant is that far")]
    let millis = context.get::<Option<f64>>(0)?.map(|seconds| (1000.0 * seconds).floor() as i64);
    let at = millis.and_then(|millis| jiff::Timestamp::from_millisecond(millis).ok());
    Ok(at.map(|at| time::hour_of_week(at, &zone)))
}

/// A percentile over the numbers of a group; NULL over none.
struct Percentile(fn(&[f64], f64) -> Option<f64>);

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
        numbers.sort_unstable_by(f64::total_cmp);
        Ok((self.0)(&numbers, fraction))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_over_nothing_is_null_and_nulls_do_not_count() {
        let connection = Connection::open_in_memory().unwrap();
        register(&connection).unwrap();
        let one = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, Option<f64>>(0)).unwrap();
        assert_eq!(one("SELECT percentile_cont(column1, 0.5) FROM (VALUES (NULL))"), None);
        assert_eq!(one("SELECT percentile_cont(column1, 0.5) FROM (VALUES (1), (NULL), (3))"), Some(2.0));
        let to_twenty = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)";
        let of_twenty = |kind: &str| one(&format!("{to_twenty} SELECT ROUND({kind}(i, 0.95), 9) FROM n"));
        assert_eq!([of_twenty("percentile_cont"), of_twenty("percentile_disc")], [Some(19.05), Some(19.0)]);
        assert_eq!(
            one("SELECT hour_of_week(unixepoch('2025-10-24 07:30:00'), 'Europe/Moscow')"),
            Some(106.0)
        );
        assert_eq!(one("SELECT hour_of_week(NULL, 'UTC')"), None);
        assert!(
            connection.prepare("SELECT hour_of_week(0, 'Moon')").unwrap().query([]).unwrap().next().is_err()
        );
        assert_eq!(one("SELECT 'card declined' REGEXP 'decl.*d$'"), Some(1.0));
    }
}
