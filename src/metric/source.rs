//! Where samples come from: lines, a query's result, or a program's processes.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::process::Usage;
use super::text::read_text;
use crate::ingest::{IngestError, Sample};
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::query::{Query, QueryResult};

/// What the monitoring plan calls a program's memory and CPU.
const MEMORY: &str = "app_memory_usage_mb";
const CPU: &str = "app_cpu_usage_percentage";

/// A line that is no sample.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub(crate) struct LineError {
    /// Counted from 1.
    pub line: usize,
    pub reason: String,
}

/// Reads JSON lines, or the Prometheus text format where the first line begins like a name or a comment.
pub(crate) fn read_any(
    text: &[u8],
    inventory: &Inventory,
    now: Timestamp,
) -> Result<Vec<Sample>, Vec<LineError>> {
    match text.trim_ascii_start().first() {
        Some(b'#' | b'_' | b':' | b'a'..=b'z' | b'A'..=b'Z') => read_text(text, inventory, now),
        _ => read_lines(text, inventory, now),
    }
}

/// Reads lines of `{"metric_name": …, "value": …, "tags": {…}, "timestamp": …}`: all of them, or every error.
///
/// Blank lines are skipped; a line without a timestamp is of `now`.
fn read_lines(text: &[u8], inventory: &Inventory, now: Timestamp) -> Result<Vec<Sample>, Vec<LineError>> {
    let (mut samples, mut errors) = (Vec::new(), Vec::new());
    let lines = text.split(|byte| *byte == b'\n').zip(1..);
    for (text, line) in lines.filter(|(text, _)| !text.trim_ascii().is_empty()) {
        match Sample::read(text, inventory, now) {
            Ok(read) => samples.extend(read),
            Err(error) => errors.push(LineError { line, reason: error.to_string() }),
        }
    }
    if errors.is_empty() { Ok(samples) } else { Err(errors) }
}

/// A sample for each instance of a result that has a value.
pub(crate) fn of_query(
    query: &Query,
    result: QueryResult,
    inventory: &Inventory,
    now: Timestamp,
) -> Result<Vec<Sample>, IngestError> {
    let valued = result.series.into_iter().filter_map(|series| Some((series.labels, series.value?)));
    valued.map(|(labels, value)| Sample::new(&query.name, labels, value, now, inventory)).collect()
}

/// A program's memory and CPU under the names of the monitoring plan.
pub(crate) fn of_process(
    usage: Usage,
    labels: &Labels,
    inventory: &Inventory,
    now: Timestamp,
) -> Result<Vec<Sample>, IngestError> {
    let values = [(MEMORY, usage.memory_mb), (CPU, usage.cpu_percent)];
    values.map(|(name, value)| Sample::new(name, labels.clone(), value, now, inventory)).into_iter().collect()
}

/// The samples by their instants, which receivers ask for; of what has one series and one millisecond the last.
pub(crate) fn in_order(samples: Vec<Sample>) -> Vec<Sample> {
    let key = |sample: &Sample| (sample.name.clone(), sample.labels.clone(), sample.at.as_millisecond());
    let last: BTreeMap<_, usize> =
        samples.iter().enumerate().map(|(index, sample)| (key(sample), index)).collect();
    let mut kept: Vec<Sample> = samples
        .into_iter()
        .enumerate()
        .filter_map(|(index, sample)| (last[&key(&sample)] == index).then_some(sample))
        .collect();
    kept.sort_by_key(|sample| sample.at);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    #[test]
    fn every_bad_line_is_named_and_then_none_is_read() {
        let config = config::parse("version = 1", "tillwatch.toml".as_ref()).unwrap();
        let inventory = Inventory::new(&config).unwrap();
        let read = |text: &[u8]| read_lines(text, &inventory, Timestamp::UNIX_EPOCH);
        let good = b"{\"metric_name\":\"x\",\"value\":1}\r\n\n  {\"metric_name\":\"y\",\"value\":2}";
        assert_eq!(read(good).unwrap().len(), 2);
        let bad = b"{\"metric_name\":\"x\",\"value\":1}\n{\"value\":1}\n\xff\n";
        let errors: Vec<_> = read(bad).unwrap_err().iter().map(ToString::to_string).collect();
        assert_eq!(errors[0], "line 2: metric_name is missing");
        assert!(errors[1].starts_with("line 3: this is no JSON"), "{}", errors[1]);
        assert_eq!(read(b"").unwrap(), []);
    }

    #[test]
    fn of_one_series_and_instant_the_last_word_counts_and_older_instants_come_first() {
        let config = config::parse("version = 1", "tillwatch.toml".as_ref()).unwrap();
        let text = b"x 1 2000\ny 2 1000\nx{a=\"1\"} 3 2000\nx 4 2000\nx 5 1000\n";
        let samples = read_any(text, &Inventory::new(&config).unwrap(), Timestamp::UNIX_EPOCH).unwrap();
        let values: Vec<f64> = in_order(samples).iter().map(|sample| sample.value).collect();
        assert_eq!(values, [2.0, 5.0, 3.0, 4.0]);
    }
}
