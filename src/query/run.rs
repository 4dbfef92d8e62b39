//! Runs queries on their sources, each source opened once and read at one snapshot.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::Timestamp;

use super::{Instances, Query, QueryError};
use crate::config::Config;
use crate::db::{Limits, Prepared, Source, SourceError, SourceOptions, Table, Value, open_source};
use crate::inventory::{Inventory, StoreState};
use crate::label::Labels;
use crate::time::{Duration, TimestampFormat};

/// A half-open stretch of time: `since` is in it, `until` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Window {
    pub since: Timestamp,
    pub until: Timestamp,
}

impl Window {
    pub(crate) fn length_ms(self) -> i64 {
        self.until.as_millisecond() - self.since.as_millisecond()
    }
}

/// One instance of a result: its labels, its columns, and the number in `value`.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub labels: Labels,
    /// All columns that are no labels, in their order; empty for an absent store.
    pub values: Vec<(String, Value)>,
    /// `None` is no data: NULL, or a store that has no row.
    pub value: Option<f64>,
    /// Completed by `instances: stores`.
    pub absent: bool,
}

/// What a query gave.
#[derive(Clone, Debug)]
pub(crate) struct QueryResult {
    pub window: Window,
    pub table: Table,
    pub series: Vec<Series>,
}

/// Runs queries as of one instant. Opens a source when the first query needs it.
pub(crate) struct Runner<'a> {
    config: &'a Config,
    inventory: &'a Inventory,
    now: Timestamp,
    sources: RefCell<BTreeMap<String, Rc<dyn Source>>>,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(config: &'a Config, inventory: &'a Inventory, now: Timestamp) -> Self {
        Self { config, inventory, now, sources: RefCell::default() }
    }

    /// The window of a query that ends now, less the delay with which its rows arrive.
    pub(crate) fn window(&self, query: &Query, over: Option<Duration>) -> Window {
        let source_delay = self.config.sources.get(&query.front.source).map(|source| source.delay);
        let delay = query.front.delay.or(source_delay).unwrap_or_default();
        let until = self.now.saturating_sub(delay.signed()).unwrap_or(self.now);
        let since = until.saturating_sub(over.unwrap_or(query.front.window).signed()).unwrap_or(until);
        Window { since, until }
    }

    /// Runs a query over a window. `given` overrides the defaults of its declared parameters.
    pub(crate) fn run(
        &self,
        query: &Query,
        window: Window,
        given: &[(String, Value)],
    ) -> Result<QueryResult, QueryError> {
        let named = |error: SourceError| QueryError::Source { name: query.name.clone(), error };
        let source = self.source(query)?;
        let prepared = source.prepare(&query.sql).map_err(named)?;
        let parameters = self.parameters(query, &prepared, window, given);
        let limits = self.limits(&query.front.source);
        let table = source.run(&prepared, self.now, &parameters, limits).map_err(named)?;
        let series = self.series(query, &table)?;
        Ok(QueryResult { window, table, series })
    }

    /// Prepares a query without running it, and checks its labels.
    pub(crate) fn prepare(&self, query: &Query) -> Result<Prepared, QueryError> {
        let named = |error: SourceError| QueryError::Source { name: query.name.clone(), error };
        let prepared = self.source(query)?.prepare(&query.sql).map_err(named)?;
        match query.front.labels.iter().find(|label| !prepared.columns.contains(label)) {
            Some(column) => {
                Err(QueryError::MissingLabel { name: query.name.clone(), column: column.clone() })
            }
            None => Ok(prepared),
        }
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
        all.push(("since".into(), window.since.into()));
        all.push(("until".into(), window.until.into()));
        all.push(("now".into(), self.now.into()));
        if prepared.parameters.iter().any(|name| name == "stores") {
            all.push(("stores".into(), self.inventory.to_json(self.now).into()));
        }
        all
    }

    fn source(&self, query: &Query) -> Result<Rc<dyn Source>, QueryError> {
        let name = &query.front.source;
        if let Some(source) = self.sources.borrow().get(name) {
            return Ok(Rc::clone(source));
        }
        let (path, timestamps) = match (name.as_str(), self.config.sources.get(name)) {
            (_, Some(source)) => (&source.path, source.timestamps),
            ("own", None) => (&self.config.database.path, TimestampFormat::Sql),
            ("logs", None) => (&self.config.database.logs, TimestampFormat::Sql),
            _ => {
                return Err(QueryError::UnknownSource {
                    name: query.name.clone(),
                    source_name: name.clone(),
                });
            }
        };
        let options = SourceOptions { name: name.clone(), path: self.config.resolve(path), timestamps };
        let opened: Rc<dyn Source> = open_source(&options)
            .map_err(|error| QueryError::Source { name: query.name.clone(), error })?
            .into();
        self.sources.borrow_mut().insert(name.clone(), Rc::clone(&opened));
        Ok(opened)
    }

    fn series(&self, query: &Query, table: &Table) -> Result<Vec<Series>, QueryError> {
        if let Some(column) = query.front.labels.iter().find(|label| table.column(label).is_none()) {
            return Err(QueryError::MissingLabel { name: query.name.clone(), column: column.clone() });
        }
        let mut all =
            table.rows.iter().map(|row| series(query, table, row)).collect::<Result<Vec<_>, _>>()?;
        if query.front.instances == Instances::Stores {
            all.extend(self.absent(&all));
        }
        Ok(all)
    }

    /// The open stores that no row is about.
    fn absent(&self, present: &[Series]) -> Vec<Series> {
        let label = &self.inventory.label;
        let is_absent = |id: &str| !present.iter().any(|series| series.labels.get(label) == Some(id));
        self.inventory
            .stores
            .iter()
            .filter(|store| store.state(self.now) != StoreState::Closed && is_absent(&store.id))
            .map(|store| Series {
                labels: [(label.as_str(), store.id.as_str())].into_iter().collect(),
                values: Vec::new(),
                value: None,
                absent: true,
            })
            .collect()
    }
}

fn series(query: &Query, table: &Table, row: &[Value]) -> Result<Series, QueryError> {
    let (mut labels, mut values, mut number) = (Labels::default(), Vec::new(), None);
    for (column, value) in table.columns.iter().zip(row) {
        if query.front.labels.contains(column) {
            labels.set(column, value.label_text());
            continue;
        }
        if column == "value" {
            number = value.as_f64();
            if number.is_none() && *value != Value::Null {
                return Err(QueryError::NotANumber { name: query.name.clone(), found: value.label_text() });
            }
        }
        values.push((column.clone(), value.clone()));
    }
    Ok(Series { labels, values, value: number, absent: false })
}
