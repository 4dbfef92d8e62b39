//! A report as text, Markdown or HTML: the model, what is drawn from it, and a template.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::model::Report;
use super::text::{self, Canvas};
use super::{ReportError, charts, sparks};
use crate::render::{Templates, words::printable};

/// What a template gets: the model's own fields, and drawings by the name of their section.
#[derive(Serialize)]
struct Context<'a> {
    #[serde(flatten)]
    report: &'a Report,
    /// Text sections, aligned.
    blocks: BTreeMap<&'a str, String>,
    /// SVG, for HTML.
    charts: BTreeMap<&'a str, String>,
    /// What a chart leaves out.
    captions: BTreeMap<&'a str, String>,
    /// SVG of sparklines, for HTML, by the names of section and column.
    sparks: BTreeMap<&'a str, BTreeMap<&'a str, String>>,
    /// How many columns a text may have.
    width: usize,
    /// How many rows a table may have.
    limit: usize,
    /// Where the report is read in a browser.
    link: Option<&'a str>,
}

/// Gmail cuts what is longer than 102 KiB, pictures not counted.
const LONGEST_MAIL: usize = 100_000;
/// More rows than any table has.
const ALL: usize = 1_000_000_000;
/// How many rows tables of mails keep, until the mail is short enough.
const LIMITS: [usize; 5] = [200, 100, 50, 20, 5];

/// The forms that a template gives a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form<'a> {
    Text(Canvas),
    Markdown,
    Html,
    /// HTML for a mail: tables and styles in place, attached pictures in place of SVG; and the link that it may have.
    Mail(Option<&'a str>),
}

/// Renders by `reports/NAME.EXT` if there is one, by `reports/report.EXT` otherwise. Tables of a mail that would be too long
/// are shortened.
pub(crate) fn render(report: &Report, form: Form, templates: &Templates) -> Result<String, ReportError> {
    let zone =
        crate::time::zone(&report.time_zone).ok_or_else(|| ReportError::Zone(report.time_zone.clone()))?;
    let (mut blocks, mut svgs) = (BTreeMap::new(), BTreeMap::new());
    // In a mail the number says it all: no picture is attached for each.
    let drawn = |section| if form == Form::Html { sparks::svgs(section, report) } else { BTreeMap::new() };
    let sparks = report.sections.iter().map(|section| (section.name.as_str(), drawn(section))).collect();
    match form {
        Form::Text(canvas) => blocks
            .extend(report.sections.iter().map(|s| (s.name.as_str(), text::block(s, report, canvas, &zone)))),
        Form::Html | Form::Mail(_) => svgs.extend(charts::all(report, &zone)),
        Form::Markdown => {}
    }
    let width = if let Form::Text(canvas) = form { canvas.width } else { 0 };
    let link = if let Form::Mail(link) = form { link } else { None };
    let captions = charts::captions(report);
    let mut context = Context { report, blocks, charts: svgs, captions, sparks, width, limit: ALL, link };
    let name = template(report, form, templates);
    if matches!(form, Form::Text(_) | Form::Markdown) {
        let mut model = serde_json::to_value(&context).unwrap_or_default();
        safe(&mut model, form == Form::Markdown);
        let text = templates.render(&name, &model)?;
        return Ok(if let Form::Text(canvas) = form { canvas.shown(&text) } else { text });
    }
    let mut text = templates.render(&name, &context)?;
    for limit in LIMITS {
        if !matches!(form, Form::Mail(_)) || text.len() < LONGEST_MAIL {
            break;
        }
        context.limit = limit;
        text = templates.render(&name, &context)?;
    }
    Ok(text)
}

/// Makes visible what would move the cursor, before lines are broken. Markdown passes HTML through: no name or text of the
/// data may open a tag; targets and commands stand between backticks there.
fn safe(value: &mut Value, markdown: bool) {
    match value {
        Value::String(text) if markdown => *text = printable(text).replace('<', "\\<"),
        Value::String(text) => *text = printable(text),
        Value::Array(all) => all.iter_mut().for_each(|value| safe(value, markdown)),
        Value::Object(fields) => {
            for (name, value) in fields {
                safe(value, markdown && !["target", "command"].contains(&name.as_str()));
            }
        }
        _ => {}
    }
}

fn template(report: &Report, form: Form, templates: &Templates) -> String {
    let extension = match form {
        Form::Text(_) => "txt",
        Form::Markdown => "md",
        Form::Html => "html",
        Form::Mail(_) => "mail.html",
    };
    let own = format!("reports/{}.{extension}", report.name);
    if templates.has(&own) { own } else { format!("reports/report.{extension}") }
}
