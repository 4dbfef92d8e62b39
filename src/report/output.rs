//! A report as text, Markdown or HTML: the model, what is drawn from it, and a template.

use std::collections::BTreeMap;

use serde::Serialize;

use super::model::Report;
use super::text::{self, Glyphs};
use super::{ReportError, charts};
use crate::render::Templates;

/// What a template gets: the model's own fields, and drawings by the name of their section.
#[derive(Serialize)]
struct Context<'a> {
    #[serde(flatten)]
    report: &'a Report,
    /// Text sections, aligned.
    blocks: BTreeMap<&'a str, String>,
    /// SVG, for HTML.
    charts: BTreeMap<&'a str, String>,
    /// Whether pictures are attached as `cid:NAME` and stand for the charts.
    attached: bool,
}

/// The forms that a template gives a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Text(Glyphs),
    Markdown,
    Html,
    /// HTML for a mail, which shows attached pictures and no SVG.
    MailHtml,
}

/// Renders by `reports/NAME.EXT` if there is one, by `reports/report.EXT` otherwise.
pub(crate) fn render(report: &Report, form: Form, templates: &Templates) -> Result<String, ReportError> {
    let zone =
        crate::time::zone(&report.time_zone).ok_or_else(|| ReportError::Zone(report.time_zone.clone()))?;
    let (mut blocks, mut svgs) = (BTreeMap::new(), BTreeMap::new());
    match form {
        Form::Text(glyphs) => blocks
            .extend(report.sections.iter().map(|s| (s.name.as_str(), text::block(s, report, glyphs, &zone)))),
        Form::Html | Form::MailHtml => svgs.extend(charts::all(report, &zone)),
        Form::Markdown => {}
    }
    let context = Context { report, blocks, charts: svgs, attached: form == Form::MailHtml };
    let extension = match form {
        Form::Text(_) => "txt",
        Form::Markdown => "md",
        Form::Html | Form::MailHtml => "html",
    };
    let own = format!("reports/{}.{extension}", report.name);
    let name = if templates.has(&own) { own } else { format!("reports/report.{extension}") };
    Ok(templates.render(&name, &context)?)
}
