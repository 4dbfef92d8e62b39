//! Every query of the catalogue, prepared on its source.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::finding::Findings;
use crate::config::{Config, Problem};
use crate::db::{Database, DbError, Prepared, SourceError};
use crate::inventory::Inventory;
use crate::query::lint::{integer_divisions, no_value};
use crate::query::{Catalogue, Query, QueryError, Runner};

/// Prepares all of them and gives those that their sources accept.
///
/// A source that is not there yet is a warning, once. Shipped queries on a source that this project does not have are
/// simply out of use.
pub(super) fn check(
    config: &Config,
    inventory: &Inventory,
    catalogue: &Catalogue,
    now: Timestamp,
    findings: &mut Findings,
) -> BTreeMap<String, Prepared> {
    let runner = Runner::new(config, inventory, now);
    let (mut good, mut sources) = (BTreeMap::new(), BTreeMap::<String, (SourceError, usize)>::new());
    for query in catalogue.iter() {
        match runner.prepare(query) {
            Ok(prepared) => {
                findings.errors(integer_divisions(query));
                findings.warnings(no_value(query, &prepared));
                good.insert(query.name.clone(), prepared);
            }
            Err(QueryError::Source { error, .. }) => {
                sources.entry(query.front.source.clone()).or_insert((error, 0)).1 += 1;
            }
            Err(QueryError::UnknownSource { .. }) if is_shipped(query) => {}
            Err(error) => findings.errors([problem(query, error)]),
        }
    }
    for (name, (error, count)) in sources {
        let message = format!("{error}; {count} queries on it could not be prepared");
        let problem = config.problem(&["sources", &name, "path"], message);
        match error {
            SourceError::Absent { .. } => findings.warnings([problem]),
            _ => findings.errors([problem]),
        }
    }
    good
}

fn is_shipped(query: &Query) -> bool {
    query.file.starts_with("<shipped>")
}

/// The configuration with empty databases of our own where there are none yet.
pub(super) fn with_own_databases(config: &Config, folder: &std::path::Path) -> Result<Config, DbError> {
    let mut config = config.clone();
    let (main, logs) = (folder.join("main.db"), folder.join("logs.db"));
    if !config.resolve(&config.database.path).exists() {
        Database::open(&main)?;
        config.database.path = main;
    }
    if !config.resolve(&config.database.logs).exists() {
        Database::open_logs(&logs)?;
        config.database.logs = logs;
    }
    Ok(config)
}

fn problem(query: &Query, error: QueryError) -> Problem {
    let hint = error.nearest().map(|name| format!("did you mean {name}?"));
    match error {
        QueryError::Statement { problem, .. } => problem,
        other => Problem { hint, ..Problem::new(&query.file, 1, other.to_string()) },
    }
}
