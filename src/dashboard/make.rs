//! A dashboard made: its panels, or the report that it names.

use super::definition::Definition;
use super::html::{Frame, Top, document, fragment, in_frame};
use super::model::{Page, Panel};
use super::shelf::Shelf;
use super::site::{Link, Site};
use super::{Builder, DashboardError};
use crate::render::{RenderError, Templates};
use crate::report;

/// What a page shows, before it is known who looks.
#[derive(Clone, Debug)]
pub(crate) enum Made {
    Panels(Page),
    /// A report's own page, and what of it has no data.
    Report {
        html: String,
        project: String,
        /// Whether nothing has been recorded yet.
        is_new: bool,
        failed: Vec<String>,
    },
}

impl Builder<'_> {
    /// Makes a dashboard as of now, of all stores or of one.
    pub(crate) fn make(
        &self,
        name: &str,
        definition: &Definition,
        store: Option<&str>,
        templates: &Templates,
    ) -> Result<Made, DashboardError> {
        match &definition.report {
            None => Ok(Made::Panels(self.build(name, definition, store)?)),
            Some(report) => self.report(report.get_ref(), templates),
        }
    }

    fn report(&self, name: &str, templates: &Templates) -> Result<Made, DashboardError> {
        let folder = self.config.resolve("templates".as_ref());
        let definition = report::Definition::load(&folder, name)?;
        let (config, inventory, catalogue) = (self.config, self.writing.inventory, self.catalogue);
        let builder = report::Builder { config, inventory, catalogue, runner: self.runner, now: self.now };
        let request = report::Request { name: name.to_owned(), date: None, store: None };
        let report = builder.build(&definition, &request)?;
        let failed = report
            .sections
            .iter()
            .filter_map(|section| section.error.as_ref().map(|error| format!("{}: {error}", section.title)));
        let failed = failed.collect();
        let html = report::render(&report, report::Form::Html, templates)?;
        let project = report.project;
        Ok(Made::Report { html, project, is_new: self.is_new()?, failed })
    }
}

impl Made {
    /// The part that changes from time to time, with buttons for whoever may acknowledge; a report is whole.
    pub(crate) fn body(
        &self,
        root: &str,
        operates: bool,
        templates: &Templates,
    ) -> Result<String, RenderError> {
        match self {
            Self::Panels(page) => fragment(page, root, operates, templates),
            Self::Report { html, .. } => Ok(html.clone()),
        }
    }

    /// The whole page.
    pub(crate) fn document(
        &self,
        frame: &Frame,
        body: &str,
        templates: &Templates,
    ) -> Result<String, RenderError> {
        match self {
            Self::Panels(page) => document(page, frame, body, templates),
            Self::Report { project, is_new, .. } => {
                in_frame(body, &Top { project, frame, is_new: *is_new }, templates)
            }
        }
    }

    /// Why there is no data, in full.
    pub(crate) fn failed(&self) -> Vec<String> {
        let of_panel = |panel: &Panel| panel.cause.as_ref().map(|cause| format!("{}: {cause}", panel.title));
        match self {
            Self::Panels(page) => page.panels.iter().filter_map(of_panel).collect(),
            Self::Report { failed, .. } => failed.clone(),
        }
    }
}

impl Frame {
    /// The frame of the page at an address, with a link to every dashboard.
    pub(crate) fn at(site: Site, address: &str, shelf: &Shelf) -> Self {
        let link = |(name, dashboard): (&str, &Definition)| {
            let href = site.page(name);
            Link { title: dashboard.title.clone(), current: href == address, href }
        };
        Self {
            root: Site::root(address),
            home: site.page(super::HOME),
            links: shelf.pages().into_iter().map(link).collect(),
            here: address.to_owned(),
            ..Self::default()
        }
    }
}
