//! A dashboard as HTML: what changes from time to time, and the page around it.

use std::path::Path;

use serde::Serialize;

use super::model::Page;
use super::site::Link;
use crate::config::Config;
use crate::render::{self, RenderError, Templates};
use crate::report::numerals;

const DOCUMENT: &str = "pages/dashboard.html";
const FRAGMENT: &str = "pages/panels.html";
const TOP: &str = "pages/top.html";

/// Files beside the pages.
pub(crate) const STYLE: &str = "dashboard.css";
pub(crate) const BAR: &str = "bar.css";
pub(crate) const SCRIPT: &str = "dashboard.js";

/// What stands around a page's panels: the same for all who look, but for who they are.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Frame {
    /// What leads from this page to the first one's folder.
    pub root: String,
    /// Where the first page lies, seen from its folder.
    pub home: String,
    pub links: Vec<Link>,
    /// Where changes are told; empty on a page that stays as it is.
    pub events: String,
    /// Who has signed in; empty where nobody has or can.
    pub viewer: String,
    /// Whether whoever looks may acknowledge.
    pub operates: bool,
    /// Whether there is a door to go in or out by.
    pub door: bool,
    /// Whether they may go out again: whoever signs in at a proxy goes out there.
    pub leaves: bool,
    /// What a form must send back.
    pub guard: String,
    /// The page's own address, to come back to.
    pub here: String,
}

/// What the template of the panels gets.
#[derive(Serialize)]
struct Panels<'a> {
    #[serde(flatten)]
    page: &'a Page,
    root: &'a str,
    operates: bool,
}

/// What the template of the whole page gets.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    page: &'a Page,
    frame: &'a Frame,
    body: &'a str,
}

/// What the template of the bar gets on a report's page.
#[derive(Serialize)]
pub(super) struct Top<'a> {
    pub project: &'a str,
    pub frame: &'a Frame,
    pub is_new: bool,
}

/// The panels, with buttons for whoever may acknowledge.
pub(crate) fn fragment(
    page: &Page,
    root: &str,
    operates: bool,
    templates: &Templates,
) -> Result<String, RenderError> {
    templates.render(FRAGMENT, &Panels { page, root, operates })
}

/// The whole page around its panels.
pub(crate) fn document(
    page: &Page,
    frame: &Frame,
    body: &str,
    templates: &Templates,
) -> Result<String, RenderError> {
    templates.render(DOCUMENT, &Document { page, frame, body })
}

/// The templates of a project, which write numbers as it does.
pub(crate) fn templates(config: &Config) -> Result<Templates, RenderError> {
    Ok(Templates::load(&config.resolve("templates".as_ref()))?.with_numerals(&numerals(&config.project)))
}

/// A file beside the pages, the project's or ours.
pub(crate) fn beside(folder: &Path, name: &str) -> Result<String, RenderError> {
    Ok(render::text_of(folder, &format!("pages/{name}"))?.unwrap_or_default())
}

/// A report's page below the bar of all pages; the report itself is whole without it. What it says of colours comes after
/// ours, and holds.
pub(super) fn in_frame(report: &str, top: &Top<'_>, templates: &Templates) -> Result<String, RenderError> {
    let bar = templates.render(TOP, top)?;
    let place = report.find("<style").or_else(|| report.find("</head>")).unwrap_or_default();
    let (head, rest) = report.split_at(place);
    let styled = format!("{head}<link rel=\"stylesheet\" href=\"{}{BAR}\">\n{rest}", top.frame.root);
    Ok(styled.replacen("<body>", &format!("<body>\n{bar}"), 1))
}
