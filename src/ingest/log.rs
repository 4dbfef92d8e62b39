//! Log lines: `{"store_id": 1, "logs": ["…", "…"], "timestamp": "…"}`, with `ids` where the sender keeps some, and `times`,
//! `levels` and `events` where it knows more of them than the lines say in their usual places.

use jiff::Timestamp;
use serde_json::Value;

use super::IngestError;
use super::fields::{Fields, text, time, wrong};
use super::push::is_ahead;
use crate::label::digest;

/// The event of a line that reports a crash.
const CRASH: &str = "app_crash";

/// One line; the columns are what could be read of it, `body` is the line itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LogRecord {
    /// A repeat has the same.
    pub id: String,
    /// The line's own time, if it carries one.
    pub at: Option<Timestamp>,
    pub store: Option<String>,
    /// In lower case: `info`, `error`.
    pub level: Option<String>,
    pub service: Option<String>,
    pub component: Option<String>,
    pub event: Option<String>,
    pub message: Option<String>,
    pub body: String,
}

/// What one request holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LogBatch {
    pub store: Option<String>,
    pub records: Vec<LogRecord>,
    /// Which of the lines cannot be taken, counted from 0, and why.
    pub refused: Vec<(usize, IngestError)>,
}

impl LogRecord {
    /// Reads a line. One that is no JSON object is kept as it is. A store that is given outweighs the line's own.
    pub(crate) fn read(line: &str, id: String, store: Option<&str>) -> Self {
        let fields = match serde_json::from_str(line) {
            Ok(Value::Object(fields)) => fields,
            _ => serde_json::Map::new(),
        };
        let field = |name: &str| fields.get(name).and_then(text).filter(|text| !text.is_empty());
        Self {
            id,
            at: fields.get("timestamp").and_then(time),
            store: store.map(str::to_owned).or_else(|| field("store_id")),
            level: field("level").map(|level| level.to_lowercase()),
            service: field("service"),
            component: field("component"),
            event: field("event").or_else(|| event(&fields)),
            message: field("message"),
            body: line.to_owned(),
        }
    }

    /// What the sender says of the line; it knows how to read it, and outweighs what stands in the usual places.
    pub(crate) fn told(self, at: Option<Timestamp>, level: Option<String>, event: Option<String>) -> Self {
        Self { at: at.or(self.at), level: level.or(self.level), event: event.or(self.event), ..self }
    }
}

impl LogBatch {
    /// What is dated in the future stands as of now, as what is not dated.
    pub(crate) fn set_right(mut self, now: Timestamp) -> Self {
        for record in &mut self.records {
            record.at = record.at.filter(|at| !is_ahead(*at, now));
        }
        self
    }

    /// Reads a body. `store` is whose token came with it. Without `ids` a line is known by store, text, the body's
    /// timestamp and its place in the body.
    pub(crate) fn read(body: &[u8], store: Option<&str>) -> Result<Self, IngestError> {
        let fields = Fields::read(body)?;
        let store = fields.store()?.or_else(|| store.map(str::to_owned));
        fields.time("timestamp")?;
        let sent = fields.text("timestamp")?.unwrap_or_default();
        let logs = fields.get("logs").ok_or(IngestError::Missing("logs"))?;
        let logs = logs.as_array().ok_or_else(|| wrong("logs", "an array"))?;
        let column = |name| column(&fields, name, logs.len());
        let (ids, told) = (column("ids")?, Columns::read(column)?);
        let owner = store.as_deref().unwrap_or_default();
        let (mut records, mut refused) = (Vec::with_capacity(logs.len()), Vec::new());
        for (index, line) in logs.iter().enumerate() {
            let read = line_of(line, index).and_then(|line| {
                let id = match ids {
                    // In front of the sender's own id stands its store: one store cannot take another's.
                    Some(ids) => format!("{owner}:{}", id_of(&ids[index], index)?),
                    None => digest([owner, &line, &sent, &index.to_string()]),
                };
                told.add(LogRecord::read(&line, id, store.as_deref()), index)
            });
            match read {
                Ok(record) => records.push(record),
                Err(error) => refused.push((index, error)),
            }
        }
        Ok(Self { store, records, refused })
    }
}

/// What happened, by a line that has no `event`: winston marks a crash, and `logger.info('database_query', { … })`
/// makes the event's name the message.
fn event(fields: &serde_json::Map<String, Value>) -> Option<String> {
    let is_set = |name: &str| fields.get(name) == Some(&Value::Bool(true));
    if is_set("exception") || is_set("rejection") {
        return Some(CRASH.into());
    }
    let is_name = |text: &&str| {
        text.contains('_') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    fields.get("message").and_then(Value::as_str).filter(is_name).map(str::to_owned)
}

fn line_of(line: &Value, index: usize) -> Result<String, IngestError> {
    match line {
        Value::String(line) => Ok(line.clone()),
        Value::Object(_) => Ok(line.to_string()),
        _ => Err(wrong(format!("logs[{index}]"), "a text or an object")),
    }
}

fn id_of(id: &Value, index: usize) -> Result<String, IngestError> {
    text(id).filter(|id| !id.is_empty()).ok_or_else(|| wrong(format!("ids[{index}]"), "a text"))
}

/// Values beside the lines, one for each.
type Column<'a> = Option<&'a Vec<Value>>;

fn column<'a>(fields: &'a Fields, name: &'static str, logs: usize) -> Result<Column<'a>, IngestError> {
    let Some(values) = fields.get(name) else { return Ok(None) };
    let values = values.as_array().ok_or_else(|| wrong(name, "an array"))?;
    if values.len() != logs {
        return Err(IngestError::Column { column: name, logs, given: values.len() });
    }
    Ok(Some(values))
}

/// What the sender says of the lines.
struct Columns<'a> {
    times: Column<'a>,
    levels: Column<'a>,
    events: Column<'a>,
}

impl<'a> Columns<'a> {
    fn read(column: impl Fn(&'static str) -> Result<Column<'a>, IngestError>) -> Result<Self, IngestError> {
        Ok(Self { times: column("times")?, levels: column("levels")?, events: column("events")? })
    }

    fn add(&self, record: LogRecord, index: usize) -> Result<LogRecord, IngestError> {
        let of = |column: Column<'a>| column.map(|values| &values[index]).filter(|value| !value.is_null());
        let text = |name: &str, column| {
            let wrong = || wrong(format!("{name}[{index}]"), "a text");
            of(column).map(|value| value.as_str().map(str::to_owned).ok_or_else(wrong)).transpose()
        };
        let wrong = || wrong(format!("times[{index}]"), "a time such as 2025-10-24T10:15:30.000Z");
        let at = of(self.times).map(|value| time(value).ok_or_else(wrong)).transpose()?;
        let level = text("levels", self.levels)?.map(|level| level.to_lowercase());
        Ok(record.told(at, level, text("events", self.events)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<LogBatch, String> {
        LogBatch::read(body.as_bytes(), None).map_err(|error| error.to_string())
    }

    #[test]
    fn the_plans_log_format_is_read_into_columns() {
        let line = r#"{"timestamp":"2025-10-24T10:15:30.000Z","level":"INFO","service":"cashier-backend","component":"cashier_api","event":"transaction_completed","store_id":1,"message":"done"}"#;
        let record = LogRecord::read(line, "a".into(), None);
        let read = [
            &record.store,
            &record.level,
            &record.service,
            &record.component,
            &record.event,
            &record.message,
        ];
        let expected = ["1", "info", "cashier-backend", "cashier_api", "transaction_completed", "done"];
        assert_eq!(read.map(|field| field.as_deref().unwrap()), expected);
        assert_eq!((record.at, record.body.as_str()), (Some("2025-10-24T10:15:30Z".parse().unwrap()), line));
    }

    #[rstest::rstest]
    #[case(r#"{"message":"database_query","duration_ms":3}"#, Some("database_query"))]
    #[case(r#"{"message":"transaction completed"}"#, None)]
    #[case(r#"{"message":"done"}"#, None)]
    #[case(r#"{"message":"database_query","event":"other"}"#, Some("other"))]
    #[case(r#"{"message":"uncaughtException: x","exception":true,"stack":"at y"}"#, Some("app_crash"))]
    #[case(r#"{"message":"unhandledRejection: x","rejection":true}"#, Some("app_crash"))]
    fn a_line_without_an_event_is_known_by_what_winston_writes(
        #[case] line: &str,
        #[case] event: Option<&str>,
    ) {
        assert_eq!(LogRecord::read(line, "a".into(), None).event.as_deref(), event);
    }

    #[test]
    fn a_line_that_is_no_json_is_kept_whole() {
        let record = LogRecord::read("FATAL \u{0} out of memory", "a".into(), Some("2"));
        assert_eq!(
            (record.body.as_str(), record.level, record.at),
            ("FATAL \u{0} out of memory", None, None)
        );
        assert_eq!(record.store.as_deref(), Some("2"));
    }

    #[test]
    fn a_repeat_has_the_same_ids_and_two_equal_lines_have_two() {
        let body = r#"{"store_id":1,"logs":["x","x"],"timestamp":"2025-10-24T10:15:30.000Z"}"#;
        let (one, again) = (read(body).unwrap(), read(body).unwrap());
        assert_eq!(one, again);
        assert_ne!(one.records[0].id, one.records[1].id);
        assert_ne!(one.records[0].id, read(&body.replace(":1,", ":2,")).unwrap().records[0].id);
        let ids = |store: i32| {
            let body = format!(r#"{{"store_id":{store},"logs":["x"],"ids":["7"]}}"#);
            read(&body).unwrap().records[0].id.clone()
        };
        assert_ne!(ids(1), ids(2));
    }

    #[test]
    fn a_line_that_cannot_be_taken_is_refused_by_its_place_and_spoils_no_other() {
        let batch = read(r#"{"logs":["x",5,"y","z"],"ids":["1","2",null,4]}"#).unwrap();
        assert_eq!(batch.records.iter().map(|record| record.id.as_str()).collect::<Vec<_>>(), [":1", ":4"]);
        let refused: Vec<_> =
            batch.refused.iter().map(|(index, error)| (*index, error.to_string())).collect();
        assert_eq!(
            refused,
            [(1, "logs[1] must be a text or an object".to_owned()), (2, "ids[2] must be a text".to_owned())]
        );
    }

    #[test]
    fn what_the_sender_says_of_a_line_outweighs_the_line() {
        let body = r#"{"logs":["10:00 WARN late",{"level":"info","event":"sale"},"x","y"],
            "times":["2025-10-24T10:00:00Z",null,null,"noon"],"levels":["WARN","error",null,null],"events":[null,null,5,null]}"#;
        let batch = read(body).unwrap();
        let told = |record: &LogRecord| {
            let at = record.at.map(|at| at.to_string()).unwrap_or_default();
            [at, record.level.clone().unwrap_or_default(), record.event.clone().unwrap_or_default()].join("|")
        };
        assert_eq!(
            batch.records.iter().map(told).collect::<Vec<_>>(),
            ["2025-10-24T10:00:00Z|warn|", "|error|sale"]
        );
        let refused: Vec<_> = batch.refused.iter().map(|(_, error)| error.to_string()).collect();
        assert_eq!(
            refused,
            ["events[2] must be a text", "times[3] must be a time such as 2025-10-24T10:15:30.000Z"]
        );
    }

    #[rstest::rstest]
    #[case(r#"{"store_id":1}"#, "logs is missing")]
    #[case(r#"{"logs":"x"}"#, "logs must be an array")]
    #[case(r#"{"store_id":"","logs":["x"]}"#, "store_id must be a text or a number, and not empty")]
    #[case(r#"{"logs":["x"],"timestamp":"yesterday"}"#, "timestamp must be a time")]
    #[case(r#"{"logs":["x","y"],"ids":["1"]}"#, "2 logs and 1 ids")]
    #[case(r#"{"logs":["x"],"times":[]}"#, "1 logs and 0 times")]
    fn what_is_wrong_is_named(#[case] body: &str, #[case] message: &str) {
        let error = read(body).unwrap_err();
        assert!(error.starts_with(message), "{error}");
    }
}
