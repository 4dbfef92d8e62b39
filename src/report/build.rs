//! Fills a report from the catalogue's queries. A query that fails costs its section, never the report.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::definition::{Definition, SectionDefinition};
use super::model::{Report, Section, Store, Verdict};
use super::{Bounds, ReportError, news};
use crate::config::{Config, Project};
use crate::inventory::Inventory;
use crate::label::digest;
use crate::query::{Catalogue, Runner};
use crate::render::{Numerals, words::shell_word};

/// So many hex digits tell definitions apart.
const HASH: usize = 12;

/// What a report is made from.
pub(crate) struct Builder<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    pub runner: &'a Runner<'a>,
    pub now: Timestamp,
}

/// Which report, of which day, of which store.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub name: String,
    pub date: Option<Date>,
    pub store: Option<String>,
}

impl Builder<'_> {
    /// The report as of now.
    pub(crate) fn build(&self, definition: &Definition, request: &Request) -> Result<Report, ReportError> {
        let project = &self.config.project;
        let time_zone = definition.time_zone.as_ref().unwrap_or(&project.time_zone);
        let zone = crate::time::zone(time_zone).ok_or_else(|| ReportError::Zone(time_zone.clone()))?;
        let bounds = Bounds::new(definition.period, request.date, self.now, &zone)?;
        let store = request.store.as_ref().map(|id| self.store(id)).transpose()?;
        let sections: Vec<Section> = definition
            .sections()
            .map(|section| self.section(section, &bounds, store.as_ref()))
            .collect::<Result<_, _>>()?;
        let compared = bounds.before(bounds.window);
        let mut report = Report {
            name: request.name.clone(),
            title: definition.title.clone(),
            project: project.name.clone(),
            currency: project.currency.clone(),
            numerals: numerals(project),
            time_zone: time_zone.clone(),
            now: self.now,
            day: bounds.day,
            since: bounds.window.since,
            until: bounds.window.until,
            partial: bounds.partial,
            compared_with: definition.period.before(),
            compared_since: compared.since,
            compared_until: compared.until,
            store,
            verdict: Verdict::default(),
            sections,
            definition_hash: self.hash(definition),
            command: String::new(),
        };
        report.command = command(&report);
        report.verdict = news::verdict(definition, &report, self.config, self.inventory, &zone);
        Ok(report)
    }

    /// Of the definition's text and that of each query it names, in their order.
    fn hash(&self, definition: &Definition) -> String {
        let names = definition.sections().flat_map(SectionDefinition::queries);
        let queries = names.filter_map(|name| self.catalogue.get(name).ok());
        let texts = queries.map(|query| query.text.as_str());
        digest(std::iter::once(definition.text.as_str()).chain(texts))[..HASH].to_owned()
    }

    fn store(&self, id: &str) -> Result<Store, ReportError> {
        let store = self.inventory.store(id).ok_or_else(|| ReportError::Store(id.to_owned()))?;
        Ok(Store { id: store.id.clone(), name: store.name.clone() })
    }

    fn section(
        &self,
        definition: &SectionDefinition,
        bounds: &Bounds,
        store: Option<&Store>,
    ) -> Result<Section, ReportError> {
        let window = match (definition.days, definition.over) {
            (Some(days), _) => bounds.days_back(days)?,
            (None, Some(over)) => bounds.back(over.signed()),
            (None, None) => bounds.window,
        };
        let mut section = Section {
            name: definition.name.clone(),
            title: definition.title.clone(),
            note: definition.note.clone(),
            query: definition.query.clone(),
            since: window.since,
            until: window.until,
            kind: definition.rows,
            chart: definition.chart,
            compare: definition.compare,
            all_stores: false,
            columns: definition.columns.clone(),
            rows: Vec::new(),
            list: false,
            usual: definition.usual.clone(),
            freshness: definition.freshness,
            spark: definition.spark,
            sparks: BTreeMap::new(),
            peak: None,
            error: None,
        };
        match self.fill(&mut section, bounds, store) {
            Ok(()) => self.set_usual(&mut section, store),
            Err(error) => {
                section.error = Some(error.to_string());
                section.rows.clear();
            }
        }
        if section.rows.iter().any(|row| row.values.get("closed").is_some_and(serde_json::Value::is_null)) {
            section.note = format!("{} {}", section.note, definition.open_note).trim().into();
        }
        Ok(section)
    }
}

/// How a project writes numbers.
pub(crate) fn numerals(project: &Project) -> Numerals {
    let Project { currency, thousands, decimal, .. } = project.clone();
    Numerals { thousands, decimal, currency }
}

/// The command line that gives the same bytes again.
fn command(report: &Report) -> String {
    // By `=`, for an id may begin with a hyphen.
    let store =
        |id: &str| format!(" --store{}{}", if id.starts_with('-') { '=' } else { ' ' }, shell_word(id));
    let store = report.store.as_ref().map(|it| store(&it.id)).unwrap_or_default();
    let name = shell_word(&report.name);
    format!("tillwatch report {name} --date {} --now {}{store}", report.day, report.now)
}
