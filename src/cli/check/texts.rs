//! Every template, rendered: messages, reports, the post-incident review.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::finding::Findings;
use crate::config::{Config, Problem};
use crate::dashboard::Shelf;
use crate::db::Prepared;
use crate::inventory::Inventory;
use crate::notify::rehearse;
use crate::pir;
use crate::query::{Catalogue, Runner};
use crate::render::{RenderError, Templates};
use crate::report::{Builder, Canvas, Definition, Form, ReportError, Request, render};
use crate::serve::rehearse_pages;

/// A time without rows: rendering is looked at, and no source is kept busy.
const LONG_AGO: Timestamp = Timestamp::constant(946_814_400, 0);

/// What texts are rendered with.
pub(super) struct Texts<'a> {
    pub config: &'a Config,
    pub inventory: &'a Inventory,
    pub catalogue: &'a Catalogue,
    /// The queries that their sources accept.
    pub prepared: &'a BTreeMap<String, Prepared>,
}

impl Texts<'_> {
    /// The templates, if they parse.
    pub(super) fn check(&self, findings: &mut Findings) -> Option<Templates> {
        let templates = match Templates::load(&self.folder()) {
            Ok(templates) => templates,
            Err(error) => {
                findings.errors([self.problem(error)]);
                return None;
            }
        };
        findings.count("template", templates.names().len());
        for rehearsed in [rehearse(&templates), rehearse_pages(&templates), pir::rehearse(&templates)] {
            findings.errors(rehearsed.err().map(|error| self.problem(error)));
        }
        for name in Definition::names(&self.folder()).keys() {
            findings.errors(self.report(name, &templates));
        }
        findings.errors(self.dashboards());
        Some(templates)
    }

    fn folder(&self) -> PathBuf {
        self.config.resolve(Path::new("templates"))
    }

    /// What is wrong with the definitions of dashboards.
    fn dashboards(&self) -> Vec<Problem> {
        match Shelf::load(&self.folder(), self.catalogue) {
            Ok(dashboards) => {
                let given = |query: &str| Some(self.prepared.get(query)?.columns.as_slice());
                let strange = dashboards.strange_columns(&self.folder(), &self.inventory.label, given);
                let severities = dashboards.strange_severities(&self.folder(), self.config);
                dashboards.problems().cloned().chain(strange).chain(severities).collect()
            }
            Err(error) => vec![Problem::new(self.folder(), 0, error.to_string())],
        }
    }

    /// What is wrong with a report: its definition, the queries that it names, its renderings.
    fn report(&self, name: &str, templates: &Templates) -> Vec<Problem> {
        let definition = match Definition::load(&self.folder(), name) {
            Ok(definition) => definition,
            Err(error) => return vec![self.report_problem(name, error)],
        };
        let at = |section: usize, message: String| {
            let named = definition.sections().nth(section).map_or("", |section| &section.name);
            let message = format!("section {named}: {message}");
            Problem::new(self.definition(name), definition.line_of(section), message)
        };
        let named = definition
            .sections()
            .enumerate()
            .flat_map(|(section, definition)| definition.queries().map(move |query| (section, query)));
        let unknown = named.filter_map(|(section, query)| {
            let error = self.catalogue.get(query).err()?;
            let hint = error.nearest().map(|name| format!("did you mean {name}?"));
            Some(Problem { hint, ..at(section, error.to_string()) })
        });
        let told = definition.notify.iter().flat_map(|told| self.told(name, told));
        let Self { config, inventory, catalogue, .. } = *self;
        let runner = Runner::new(config, inventory, LONG_AGO);
        let report = Builder { config, inventory, catalogue, runner: &runner, now: LONG_AGO };
        let columns = report.unknown_columns(&definition);
        let columns = columns.into_iter().map(|(section, error)| at(section, error.to_string()));
        let problems: Vec<_> = unknown.chain(told).chain(columns).collect();
        if !problems.is_empty() {
            return problems;
        }
        let request = Request { name: name.to_owned(), date: None, store: None };
        let forms = [Form::Text(Canvas::default()), Form::Markdown, Form::Html, Form::Mail(None)];
        let rendered = report.build(&definition, &request).and_then(|report| {
            forms.into_iter().try_for_each(|form| render(&report, form, templates).map(drop))
        });
        rendered.err().map(|error| self.report_problem(name, error)).into_iter().collect()
    }

    fn told(&self, name: &str, told: &BTreeMap<String, Vec<String>>) -> Vec<Problem> {
        let at = |message| Problem::new(self.definition(name), 0, format!("notify: {message}"));
        super::config::told_of_reports(self.config, self.inventory, told, &at)
    }

    fn definition(&self, name: &str) -> PathBuf {
        self.folder().join(format!("reports/{name}.toml"))
    }

    fn report_problem(&self, name: &str, error: ReportError) -> Problem {
        match error {
            ReportError::Definition { line, reason, .. } => Problem::new(self.definition(name), line, reason),
            ReportError::Render(error) => self.problem(error),
            other => Problem::new(self.definition(name), 0, other.to_string()),
        }
    }

    fn problem(&self, error: RenderError) -> Problem {
        match error {
            RenderError::Template { name, reason } => Problem::new(self.folder().join(name), 0, reason),
            other @ RenderError::Unreadable { .. } => Problem::new(self.folder(), 0, other.to_string()),
        }
    }
}
