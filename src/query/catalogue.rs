//! All queries of a project: the shipped ones, overridden by name by its `queries/` folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{Query, QueryError};
use crate::config::{ConfigError, Problem, nearest};

include!(concat!(env!("OUT_DIR"), "/shipped_queries.rs"));

/// Queries by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogue {
    queries: BTreeMap<String, Query>,
    /// Files that cannot be read, by the query's name: a shipped query must not stand in for the project's own.
    unreadable: BTreeMap<String, Problem>,
}

impl Catalogue {
    /// The shipped queries and those in `folder`; every problem found, beside what could be read.
    pub(crate) fn load(folder: &Path) -> (Self, Vec<Problem>) {
        let (mut queries, mut problems) = (BTreeMap::new(), Vec::new());
        let mut unreadable = BTreeMap::new();
        for (name, text) in SHIPPED {
            let file = Path::new("<shipped>/queries").join(format!("{name}.sql"));
            match Query::parse(name, &file, text) {
                Ok(query) => drop(queries.insert((*name).to_owned(), query)),
                Err(problem) => problems.push(problem),
            }
        }
        let own = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        for file in own.filter(|path| path.extension().is_some_and(|end| end == "sql")) {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let parsed = fs::read_to_string(&file)
                .map_err(|error| Problem::new(&file, 0, error.to_string()))
                .and_then(|text| Query::parse(&name, &file, &text));
            match parsed {
                Ok(query) => drop(queries.insert(name, query)),
                Err(problem) => {
                    queries.remove(&name);
                    unreadable.insert(name, problem.clone());
                    problems.push(problem);
                }
            }
        }
        (Self { queries, unreadable }, problems)
    }

    /// One query, read without the others: what a verb that must start fast needs.
    pub(crate) fn one(folder: &Path, name: &str) -> Result<Query, ConfigError> {
        let file = folder.join(format!("{name}.sql"));
        let parsed = match (fs::read_to_string(&file), SHIPPED.iter().find(|(shipped, _)| *shipped == name)) {
            (Ok(text), _) => Query::parse(name, &file, &text),
            (Err(error), Some((_, text))) if error.kind() == ErrorKind::NotFound => {
                Query::parse(name, &Path::new("<shipped>/queries").join(format!("{name}.sql")), text)
            }
            (Err(error), _) => Err(Problem::new(&file, 0, error.to_string())),
        };
        Ok(parsed?)
    }

    pub(crate) fn get(&self, name: &str) -> Result<&Query, QueryError> {
        if let Some(problem) = self.unreadable.get(name) {
            return Err(QueryError::Unreadable { problem: problem.clone() });
        }
        self.queries.get(name).ok_or_else(|| QueryError::Unknown {
            name: name.to_owned(),
            nearest: nearest(name, self.queries.keys().map(String::as_str)).map(str::to_owned),
        })
    }

    /// All queries, by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Query> {
        self.queries.values()
    }
}
