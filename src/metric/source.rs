//! Where samples come from: JSON lines, or a query's result.

use jiff::Timestamp;

use crate::ingest::{IngestError, Sample};
use crate::inventory::Inventory;
use crate::query::{Query, QueryResult};

/// A line that is no sample.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {error}")]
pub(crate) struct LineError {
    /// Counted from 1.
    pub line: usize,
    pub error: IngestError,
}

/// Reads lines of `{"metric_name": …, "value": …, "tags": {…}, "timestamp": …}`: all of them, or every error.
///
/// Blank lines are skipped; a line without a timestamp is of `now`.
pub(crate) fn read_lines(
    text: &[u8],
    inventory: &Inventory,
    now: Timestamp,
) -> Result<Vec<Sample>, Vec<LineError>> {
    let (mut samples, mut errors) = (Vec::new(), Vec::new());
    let lines = text.split(|byte| *byte == b'\n').zip(1..);
    for (text, line) in lines.filter(|(text, _)| !text.trim_ascii().is_empty()) {
        match Sample::read(text, inventory, now) {
            Ok(read) => samples.extend(read),
            Err(error) => errors.push(LineError { line, error }),
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
}
