//! Fills a dashboard as of an instant. A query that fails costs its panel, never the page.

use jiff::Timestamp;

use super::DashboardError;
use super::alerts::open_incidents;
use super::answers::{Answers, Split, Unanswered};
use super::definition::{ColumnDefinition, Definition, Kind, PanelDefinition};
use super::health::{Round, status};
use super::level::Limits;
use super::lines::Drawing;
use super::model::{Body, Cell, Figure, Heading, OpenIncident, Page, Panel, Store};
use super::site::Site;
use super::statements;
use super::values::{Writing, judged, number};
use super::verdict::{no_news, verdict};
use crate::chart;
use crate::config::Config;
use crate::db::{Database, DbError, Session};
use crate::inventory::Inventory;
use crate::query::{Catalogue, Runner, Series};
use crate::render::format;
use crate::report::numerals;

/// The most incidents that a panel lists.
const LISTED: usize = 25;

/// What dashboards are made from, and what was asked already.
pub(crate) struct Builder<'a> {
    pub(super) config: &'a Config,
    pub(super) catalogue: &'a Catalogue,
    pub(super) runner: &'a Runner<'a>,
    pub(super) writing: Writing<'a>,
    pub(super) now: Timestamp,
    database: &'a Database,
    answers: Answers<'a>,
    site: Site,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(
        config: &'a Config,
        inventory: &'a Inventory,
        catalogue: &'a Catalogue,
        runner: &'a Runner<'a>,
        database: &'a Database,
        (site, now): (Site, Timestamp),
    ) -> Result<Self, DashboardError> {
        let zone = &config.project.time_zone;
        let zone = crate::time::zone(zone).ok_or_else(|| DashboardError::Zone(zone.clone()))?;
        let day = now.to_zoned(zone.clone()).date();
        let writing = Writing { inventory, zone, numerals: numerals(&config.project), day };
        let answers = Answers::new(catalogue, runner, &inventory.label);
        Ok(Self { config, catalogue, runner, writing, now, database, answers, site })
    }

    /// The dashboard as of now, of all stores or of one.
    pub(crate) fn build(
        &self,
        name: &str,
        definition: &Definition,
        store: Option<&str>,
    ) -> Result<Page, DashboardError> {
        let store = store.map(|id| self.store(id)).transpose()?;
        let (mut incidents, is_new) = self.database.read(|session| {
            let open = open_incidents(session, &definition.critical(), &self.writing, self.config, self.now)?;
            Ok((open, is_new(session, self.now)?))
        })?;
        if let Some(store) = &store {
            incidents.retain(|incident| incident.store_ids.contains(&store.id));
        }
        let mut panels: Vec<Panel> = definition
            .panels
            .iter()
            .map(|panel| self.panel(panel.get_ref(), store.as_ref(), &incidents))
            .collect();
        let is_new = is_new && !panels.iter().any(Panel::has_data);
        if is_new {
            panels.iter_mut().for_each(Panel::excuse);
        }
        Ok(Page {
            name: name.to_owned(),
            title: definition.title.clone(),
            project: self.config.project.name.clone(),
            time_zone: self.config.project.time_zone.clone(),
            now: self.now,
            refresh: definition.refresh.as_millis() / 1000,
            store,
            verdict: if is_new { no_news() } else { verdict(&panels) },
            is_new,
            panels,
        })
    }

    /// Whether nothing has been recorded yet.
    pub(super) fn is_new(&self) -> Result<bool, DashboardError> {
        Ok(self.database.read(|session| is_new(session, self.now))?)
    }

    fn store(&self, id: &str) -> Result<Store, DashboardError> {
        let store = self.writing.inventory.store(id).ok_or_else(|| DashboardError::Store(id.to_owned()))?;
        Ok(Store { id: store.id.clone(), name: store.name.clone() })
    }

    fn panel(&self, panel: &PanelDefinition, store: Option<&Store>, incidents: &[OpenIncident]) -> Panel {
        let (body, failed) = match panel.kind {
            Kind::Alerts => {
                let listed = incidents.iter().take(LISTED).cloned().collect();
                (Body::Alerts { incidents: listed, more: incidents.len().saturating_sub(LISTED) }, None)
            }
            Kind::Status => {
                status(&panel.checks, &self.answers, &self.writing, store.map(|store| store.id.as_str()))
            }
            Kind::Stores => {
                let (answers, writing, site, now) = (&self.answers, &self.writing, self.site, self.now);
                Round { answers, writing, incidents, site, now }.stores(&panel.checks)
            }
            Kind::Lines | Kind::Gauges | Kind::Numbers | Kind::Table => match self.queried(panel, store) {
                Ok(body) => (body, None),
                Err(error) => (Body::Nothing, Some(error)),
            },
        };
        Panel {
            name: panel.name.clone(),
            title: panel.title.clone(),
            note: panel.note.clone(),
            all_stores: store.is_some() && self.is_of_all(panel),
            body,
            error: failed.as_ref().map(|failed| failed.said.clone()),
            cause: failed.map(|failed| failed.cause),
        }
    }

    /// Whether a panel's query cannot be limited to a store.
    fn is_of_all(&self, panel: &PanelDefinition) -> bool {
        let split = |name: &String| self.answers.split(self.answers.query(name).ok()?).ok();
        panel.query.as_ref().and_then(split) == Some(Split::Never)
    }

    fn queried(&self, panel: &PanelDefinition, store: Option<&Store>) -> Result<Body, Unanswered> {
        let query = self.answers.query(panel.query.as_deref().unwrap_or_default())?;
        let split = self.answers.split(query)?;
        let store = store.map(|store| store.id.as_str()).filter(|_| split != Split::Never);
        let by_label = store.filter(|_| split == Split::Label);
        if panel.kind == Kind::Lines {
            let (answers, writing) = (&self.answers, &self.writing);
            let drawing = Drawing { panel, answers, writing, store, by_label };
            return Ok(Body::Lines(drawing.lines(query)?));
        }
        let answer = self.answers.ask(query, self.answers.window(query, panel.window), store)?;
        let rows = answer.series(&self.writing.inventory.label, by_label);
        Ok(match panel.kind {
            Kind::Table => self.table(panel, &rows),
            Kind::Gauges => Body::Gauges { gauges: self.figures(panel, rows.first().copied()) },
            _ => Body::Numbers { figures: self.figures(panel, rows.first().copied()) },
        })
    }

    fn figures(&self, panel: &PanelDefinition, row: Option<&Series>) -> Vec<Figure> {
        let figure = |column: &ColumnDefinition| {
            let limits = panel.limits(column);
            let value = row.and_then(|row| number(row, &column.name));
            let (level, word) = judged(&limits, value);
            let text = match row {
                Some(row) => self.writing.text(row, &column.name, &column.unit),
                None => format::NO_DATA.into(),
            };
            let is_gauge = panel.kind == Kind::Gauges;
            Figure {
                title: column.title.clone(),
                target: limits.target().filter(|_| !word.is_empty() || is_gauge).map(str::to_owned),
                svg: if is_gauge { gauge(panel, column, value, &limits, &text) } else { String::new() },
                text,
                level,
                word,
            }
        };
        panel.columns.iter().map(figure).collect()
    }

    fn table(&self, panel: &PanelDefinition, rows: &[&Series]) -> Body {
        let heading = |column: &ColumnDefinition| Heading {
            title: column.title.clone(),
            is_number: !format::is_text(&column.unit),
        };
        let cell = |row: &Series, column: &ColumnDefinition| {
            let (level, word) = judged(&panel.limits(column), number(row, &column.name));
            let of_store = row.labels.get(&self.writing.inventory.label).filter(|_| column.name == "store");
            let known = of_store.filter(|id| self.writing.inventory.store(id).is_some());
            Cell {
                text: self.writing.text(row, &column.name, &column.unit),
                href: known.map(|id| self.site.store(id)),
                level,
                word,
                is_number: !format::is_text(&column.unit),
            }
        };
        let row = |row: &&Series| panel.columns.iter().map(|column| cell(row, column)).collect();
        Body::Table {
            columns: panel.columns.iter().map(heading).collect(),
            rows: rows.iter().map(row).collect(),
        }
    }
}

fn is_new(session: &mut dyn Session, now: Timestamp) -> Result<bool, DbError> {
    Ok(session.first(&statements::IS_NEW, &[now.into()], |row| row.int(0))? == Some(1))
}

fn gauge(
    panel: &PanelDefinition,
    column: &ColumnDefinition,
    value: Option<f64>,
    limits: &Limits,
    text: &str,
) -> String {
    let [good, warning] = limits.edges();
    chart::gauge(&chart::Gauge {
        title: format!("{}: {text}", column.title),
        scale: (panel.from, panel.to),
        value,
        good,
        warning,
        low_is_good: limits.target().is_some_and(|target| target.starts_with('<')),
    })
}
