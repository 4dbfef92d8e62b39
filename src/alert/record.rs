//! Recordings: a result's numbers as samples of a series of their own.

use jiff::{SignedDuration, Timestamp};

use super::Recording;
use crate::ingest::Sample;
use crate::inventory::Inventory;
use crate::query::QueryResult;

/// A sample for each number of the result; no data and what no database can keep (NaN, infinities) are left out.
///
/// They are put at the last millisecond of the window that they are about: a half-open window that ends with it holds
/// them, and the same run again writes the same samples.
pub(super) fn samples(
    recording: &Recording,
    result: &QueryResult,
    inventory: &Inventory,
) -> Result<Vec<Sample>, String> {
    let until = result.window.until;
    let at = until.checked_sub(SignedDuration::from_millis(1)).unwrap_or(Timestamp::UNIX_EPOCH);
    let numbers = result.series.iter().filter_map(|series| Some((series, series.value?)));
    let finite: Vec<_> = numbers.filter(|(_, value)| value.is_finite()).collect();
    if let Some(limit) = recording.limit.filter(|limit| finite.len() > *limit) {
        return Err(format!("over limit: {} series, and the limit is {limit}", finite.len()));
    }
    let sample = |(series, value): (&crate::query::Series, f64)| {
        let mut labels = series.labels.clone();
        recording.labels.iter().for_each(|(name, value)| labels.set(name, value));
        Sample::new(&recording.record, labels, value, at, inventory).map_err(|error| error.to_string())
    };
    let samples = finite.into_iter().map(sample).collect::<Result<Vec<_>, _>>()?;
    let mut seen = std::collections::HashSet::new();
    match samples.iter().find(|sample| !seen.insert((sample.name.as_str(), &sample.labels))) {
        Some(twice) => {
            Err(format!("two rows are the same series {}: add a label, or aggregate", twice.labels))
        }
        None => Ok(samples),
    }
}
