//! Every query of the catalogue, prepared on its source.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::finding::Findings;
use crate::alert::RuleSet;
use crate::config::{Config, Problem};
use crate::dashboard::Shelf;
use crate::db::{Prepared, SourceError};
use crate::inventory::Inventory;
use crate::query::lint::{integer_divisions, no_value};
use crate::query::{Catalogue, Query, QueryError, Runner};
use crate::render::plural;
use crate::report::{Definition, Origin, SectionDefinition};

/// What queries are held against.
pub(super) struct Queries<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub rules: &'a RuleSet,
}

impl Queries<'_> {
    /// Prepares all of them and gives those that their sources accept.
    ///
    /// A source that is not there yet is a warning, once. Shipped queries that this project has no use for may read what
    /// it does not have: a source, or tables.
    pub(super) fn check(&self, now: Timestamp, findings: &mut Findings) -> BTreeMap<String, Prepared> {
        let runner = Runner::new(self.config, self.inventory, now);
        let used = self.used();
        let is_idle = |query: &Query| is_shipped(query) && !used.contains(query.name.as_str());
        let (mut good, mut sources) = (BTreeMap::new(), BTreeMap::<String, (SourceError, usize)>::new());
        for query in self.catalogue.iter() {
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
                Err(QueryError::Statement { .. }) if is_idle(query) => {}
                Err(error) => findings.errors([problem(query, error)]),
            }
        }
        for (name, (error, count)) in sources {
            let message = format!("{error}; {} on it could not be prepared", plural(count, "query"));
            let problem = self.config.problem(&["sources", &name, "path"], message);
            match error {
                SourceError::Absent { .. } => findings.warnings([problem]),
                _ => findings.errors([problem]),
            }
        }
        good
    }

    /// The names that a rule, a report or a dashboard of the project itself names; under a profile all of them, since its reports and
    /// runbooks name the rest.
    fn used(&self) -> BTreeSet<String> {
        if self.config.project.profile.is_some() {
            return self.catalogue.iter().map(|query| query.name.clone()).collect();
        }
        let looks = self.rules.iter().map(|rule| &rule.look);
        let looks = looks.chain(self.rules.recordings().map(|recording| &recording.look));
        let of_rules = looks.filter_map(|look| look.query().map(str::to_owned));
        let folder = self.config.resolve("templates".as_ref());
        let own = Definition::names(&folder).into_iter().filter(|(_, origin)| *origin == Origin::Own);
        let reports: Vec<_> = own.filter_map(|(name, _)| Definition::load(&folder, &name).ok()).collect();
        let sections = reports.iter().flat_map(Definition::sections);
        let of_reports: Vec<String> =
            sections.flat_map(SectionDefinition::queries).map(str::to_owned).collect();
        let dashboards = Shelf::load(&folder, self.catalogue).ok();
        let own = dashboards
            .iter()
            .flat_map(Shelf::iter)
            .filter(|(name, _)| Shelf::own_file(&folder, name).is_some());
        let of_dashboards: Vec<String> =
            own.flat_map(|(_, dashboard)| dashboard.queries()).map(str::to_owned).collect();
        of_rules.chain(of_reports).chain(of_dashboards).collect()
    }
}

fn is_shipped(query: &Query) -> bool {
    query.file.starts_with("<shipped>")
}

fn problem(query: &Query, error: QueryError) -> Problem {
    let hint = error.nearest().map(|name| format!("did you mean {name}?"));
    match error {
        QueryError::Statement { problem, .. } => problem,
        other => Problem { hint, ..Problem::new(&query.file, 1, other.to_string()) },
    }
}
