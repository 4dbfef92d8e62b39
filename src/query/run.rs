//! Runs queries on their sources, each source opened once and read at one snapshot.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use jiff::Timestamp;
use serde_json::json;

use super::prometheus::{Prometheus, PrometheusError, prometheus_source};
use super::{Query, QueryError, QueryResult};
use crate::config::{Config, SourceConfig, SourcePlace, nearest};
use crate::db::{Database, Limits, Prepared, Source, SourceError, SourceOptions, Value, open_source};
use crate::inventory::Inventory;
use crate::time::{Duration, TimestampFormat};

/// Parameters that every query may use without declaring them.
const BUILT_IN: [&str; 6] = ["since", "until", "now", "time_zone", "stores", "opening"];

/// A half-open stretch of time: `since` is in it, `until` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Window {
    pub since: Timestamp,
    pub until: Timestamp,
}

impl Window {
    /// The same window, so much earlier.
    pub(crate) fn earlier(self, offset: Duration) -> Self {
        let moved = |at: Timestamp| at.saturating_sub(offset.signed()).unwrap_or(at);
        Self { since: moved(self.since), until: moved(self.until) }
    }
}

/// Runs queries as of one instant. Opens a source when the first query needs it.
pub(crate) struct Runner<'a> {
    config: &'a Config,
    inventory: &'a Inventory,
    now: Timestamp,
    /// The instant as of which the own database is read; as it is, where absent.
    own_as_of: Option<Timestamp>,
    /// Log lines that were received later are left out.
    received_by: Option<Timestamp>,
    sources: RefCell<BTreeMap<String, Rc<dyn Source>>>,
    /// Answers of one row at the most, by what was asked: bars and sparklines ask the same of the same hours.
    answered: RefCell<HashMap<String, QueryResult>>,
    prometheus: RefCell<BTreeMap<String, Rc<Prometheus>>>,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(config: &'a Config, inventory: &'a Inventory, now: Timestamp) -> Self {
        Self {
            config,
            inventory,
            now,
            own_as_of: Some(now),
            received_by: None,
            sources: RefCell::default(),
            answered: RefCell::default(),
            prometheus: RefCell::default(),
        }
    }

    /// Reads the own database as it is, which takes less time: a run that is about the instant at which it began finds nothing
    /// later.
    pub(crate) fn of_what_is(self) -> Self {
        Self { own_as_of: None, ..self }
    }

    /// Knows of log lines what was known then: what is made of them as of an old instant comes out the same again.
    pub(crate) fn of_lines_received_by_now(self) -> Self {
        Self { received_by: Some(self.now), ..self }
    }

    /// Lets go of a source's snapshot: whoever reads it next sees what was written since.
    pub(crate) fn forget(&self, source: &str) {
        self.sources.borrow_mut().remove(source);
        self.answered.borrow_mut().clear();
    }

    /// What a Prometheus answers an expression, `offset` and the source's delay before now: every element is an instance, its name left out.
    ///
    /// `source` is one of `[sources]`; the only Prometheus among them where absent.
    pub(crate) fn instant(
        &self,
        source: Option<&str>,
        expr: &str,
        offset: Duration,
    ) -> Result<QueryResult, PrometheusError> {
        let (name, place) = prometheus_source(self.config, source)?;
        let known = self.prometheus.borrow().get(name).cloned();
        let prometheus = if let Some(known) = known {
            known
        } else {
            let made = Rc::new(Prometheus::new(name, place, &self.config.folder)?);
            self.prometheus.borrow_mut().insert(name.to_owned(), Rc::clone(&made));
            made
        };
        let late = self.config.sources.get(name).map(|source| source.delay).unwrap_or_default();
        let at = self.now.saturating_sub(offset.signed() + late.signed()).unwrap_or(self.now);
        prometheus.instant(expr, at, Limits::default().rows)
    }

    /// The window of a query that ends now, less the delay with which its rows arrive.
    pub(crate) fn window(&self, query: &Query, over: Option<Duration>) -> Window {
        let source_delay = self.config.sources.get(&query.front.source).map(|source| source.delay);
        let delay = query.front.delay.or(source_delay).unwrap_or_default();
        // Sources keep milliseconds at the most: what is said of a window is what is bound.
        let now = Timestamp::from_millisecond(self.now.as_millisecond()).unwrap_or(self.now);
        let until = now.saturating_sub(delay.signed()).unwrap_or(now);
        let since = until.saturating_sub(over.unwrap_or(query.front.window).signed()).unwrap_or(until);
        Window { since, until }
    }

    /// Runs a query over a window. `given` overrides the defaults of its declared parameters.
    ///
    /// A source is read at one snapshot, so what was asked before has its answer.
    pub(crate) fn run(
        &self,
        query: &Query,
        window: Window,
        given: &[(String, Value)],
    ) -> Result<QueryResult, QueryError> {
        let asked = format!("{window:?} {given:?} {} {}", query.name, query.text);
        if let Some(answer) = self.answered.borrow().get(&asked) {
            return Ok(answer.clone());
        }
        let result = self.ask(query, window, given)?;
        if result.table.rows.len() <= 1 {
            self.answered.borrow_mut().insert(asked, result.clone());
        }
        Ok(result)
    }

    fn ask(
        &self,
        query: &Query,
        window: Window,
        given: &[(String, Value)],
    ) -> Result<QueryResult, QueryError> {
        let source = self.source(query)?;
        let prepared = prepare(source.as_ref(), query)?;
        check_labels(query, &prepared.columns)?;
        accept(query, &prepared, given)?;
        let parameters = self.parameters(query, &prepared, window, given);
        let limits = self.limits(&query.front.source);
        let table = source
            .run(&prepared, self.now, &parameters, limits)
            .map_err(|error| QueryError::Source { name: query.name.clone(), error })?;
        QueryResult::new(query, window, table, self.inventory, self.now)
    }

    /// Prepares a query without running it, and checks its labels.
    pub(crate) fn prepare(&self, query: &Query) -> Result<Prepared, QueryError> {
        let prepared = prepare(self.source(query)?.as_ref(), query)?;
        check_labels(query, &prepared.columns)?;
        Ok(prepared)
    }

    fn limits(&self, source: &str) -> Limits {
        let time = self.config.sources.get(source).map_or(Limits::default().time, |source| source.timeout);
        Limits { time, ..Limits::default() }
    }

    fn parameters(
        &self,
        query: &Query,
        prepared: &Prepared,
        window: Window,
        given: &[(String, Value)],
    ) -> Vec<(String, Value)> {
        let mut all = given.to_vec();
        all.extend(query.front.params.iter().map(|(name, scalar)| (name.clone(), scalar.into())));
        for (instants, from) in
            [(&query.front.instants, window.until), (&query.front.instants_of_since, window.since)]
        {
            all.extend(instants.iter().map(|(name, before)| {
                (name.clone(), from.saturating_sub(before.signed()).unwrap_or(from).into())
            }));
        }
        all.push(("since".into(), window.since.into()));
        all.push(("until".into(), window.until.into()));
        all.push(("time_zone".into(), self.config.project.time_zone.as_str().into()));
        let takes = |name: &str| prepared.parameters.iter().any(|taken| taken == name);
        if takes("stores") {
            all.push(("stores".into(), self.inventory.to_json(self.now).into()));
        }
        if takes("opening") {
            all.push(("opening".into(), opening(self.inventory, window).into()));
        }
        all
    }

    fn source(&self, query: &Query) -> Result<Rc<dyn Source>, QueryError> {
        let name = &query.front.source;
        if let Some(source) = self.sources.borrow().get(name) {
            return Ok(Rc::clone(source));
        }
        let own = (TimestampFormat::Sql, self.own_as_of);
        let logs = (TimestampFormat::Sql, self.received_by);
        let (path, (timestamps, as_of)) = match (name.as_str(), self.config.sources.get(name)) {
            (_, Some(SourceConfig { place: SourcePlace::File(path), timestamps, .. })) => {
                (path, (*timestamps, None))
            }
            (_, Some(SourceConfig { place: SourcePlace::Logs, .. })) => {
                self.make_logs(query)?;
                (&self.config.database.logs, logs)
            }
            (_, Some(SourceConfig { place: SourcePlace::Prometheus(_), .. })) => {
                return Err(QueryError::NoSql { name: query.name.clone(), source_name: name.clone() });
            }
            ("own", None) => (&self.config.database.path, own),
            ("logs", None) => (&self.config.database.logs, logs),
            _ => {
                let known = self.config.sources.keys().map(String::as_str).chain(["own", "logs"]);
                return Err(QueryError::UnknownSource {
                    name: query.name.clone(),
                    source_name: name.clone(),
                    nearest: nearest(name, known).map(str::to_owned),
                });
            }
        };
        let options =
            SourceOptions { name: name.clone(), path: self.config.resolve(path), timestamps, as_of };
        let opened: Rc<dyn Source> = open_source(&options)
            .map_err(|error| QueryError::Source { name: query.name.clone(), error })?
            .into();
        self.sources.borrow_mut().insert(name.clone(), Rc::clone(&opened));
        Ok(opened)
    }
}

impl Runner<'_> {
    /// Before the first line has arrived, a source on the logs has no rows rather than no tables.
    fn make_logs(&self, query: &Query) -> Result<(), QueryError> {
        let path = self.config.resolve(&self.config.database.logs);
        match Database::open_logs(&path) {
            Err(error) if !path.exists() => {
                let (source_name, path) = (query.front.source.clone(), path.display().to_string());
                let error = SourceError::Open { source_name, path, reason: error.to_string() };
                Err(QueryError::Source { name: query.name.clone(), error })
            }
            // Whoever may not write it may still read it.
            Ok(_) | Err(_) => Ok(()),
        }
    }
}

fn prepare(source: &dyn Source, query: &Query) -> Result<Prepared, QueryError> {
    source.prepare(&query.sql).map_err(|error| match error {
        SourceError::Sql { ref reason, line } => {
            QueryError::Statement { name: query.name.clone(), problem: query.problem(line, reason) }
        }
        SourceError::Forbidden { .. } => QueryError::Statement {
            name: query.name.clone(),
            problem: query.problem(None, error.to_string()),
        },
        error => QueryError::Source { name: query.name.clone(), error },
    })
}

fn check_labels(query: &Query, columns: &[String]) -> Result<(), QueryError> {
    match query.front.labels.iter().find(|label| !columns.contains(label)) {
        Some(column) => Err(QueryError::MissingLabel {
            name: query.name.clone(),
            column: column.clone(),
            nearest: nearest(column, columns.iter().map(String::as_str)).map(str::to_owned),
        }),
        None => Ok(()),
    }
}

/// Refuses a parameter that the query does not have: misspelt, it would silently change nothing.
fn accept(query: &Query, prepared: &Prepared, given: &[(String, Value)]) -> Result<(), QueryError> {
    let known = |name: &&str| !BUILT_IN.contains(name);
    let known: Vec<&str> = prepared.parameters.iter().map(String::as_str).filter(known).collect();
    match given.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        Some((parameter, _)) => Err(QueryError::UnknownParameter {
            name: query.name.clone(),
            parameter: parameter.clone(),
            nearest: nearest(parameter, known).map(str::to_owned),
        }),
        None => Ok(()),
    }
}

/// The built-in parameter `:opening`: every span within the window during which a store is open, as a JSON array of
/// `{"store_id", "since", "until"}`, both in seconds since 1970.
fn opening(inventory: &Inventory, window: Window) -> String {
    let mut spans = Vec::new();
    for store in &inventory.stores {
        for (since, until) in store.hours.open_within(window.since, window.until) {
            let [since, until] = [since, until].map(|at| at.as_duration().as_secs_f64());
            spans.push(json!({ "store_id": store.id, "since": since, "until": until }));
        }
    }
    serde_json::Value::Array(spans).to_string()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::parse;

    #[test]
    fn what_was_asked_of_a_snapshot_is_not_asked_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tillwatch.toml");
        Database::open(&folder.path().join("tillwatch.db")).unwrap();
        let config = parse("version = 1\n", &file).unwrap();
        let inventory = Inventory::default();
        let runner = Runner::new(&config, &inventory, "2025-10-24T12:00:00Z".parse().unwrap());
        let query = |sql: &str| Query::parse("dice", Path::new("dice.sql"), sql).unwrap();
        let dice = query("-- params: { a: 1 }\nSELECT random() % 1000000007 + :a - :a AS value");
        let hour = runner.window(&dice, None);
        let two = [("a".to_owned(), Value::Int(2))];
        let run =
            |query: &Query, window, given: &[_]| runner.run(query, window, given).unwrap().series[0].value;
        let first = run(&dice, hour, &[]);
        assert_eq!(run(&dice, hour, &[]), first);
        let other = query("-- params: { a: 1 }\nSELECT random() % 1000000007 - :a AS value");
        let before = hour.earlier(Duration::from_secs(3600));
        let others = [run(&dice, before, &[]), run(&dice, hour, &two), run(&other, hour, &[])];
        assert!(!others.contains(&first), "another window, another parameter, another text");
        runner.forget("own");
        assert_ne!(run(&dice, hour, &[]), first);
    }
}
