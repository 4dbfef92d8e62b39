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

/// How the links look on a report's page, which has a style of its own.
const LINKS_STYLE: &str = ".links ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: 0 0 1rem; padding: 0; list-style: none; } \
     .links a { display: inline-block; padding: .3rem 0; color: inherit; } @media print { .links { display: none; } }";

/// Files beside the pages.
pub(crate) const STYLE: &str = "dashboard.css";
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

/// The style sheet of all pages, the project's or ours.
pub(crate) fn style(folder: &Path) -> Result<String, RenderError> {
    beside(folder, STYLE)
}

/// The script of pages that are live.
pub(crate) fn script(folder: &Path) -> Result<String, RenderError> {
    beside(folder, SCRIPT)
}

fn beside(folder: &Path, name: &str) -> Result<String, RenderError> {
    Ok(render::text_of(folder, &format!("pages/{name}"))?.unwrap_or_default())
}

/// A report's page with the links of the dashboards on top; the report itself is whole without them.
pub(crate) fn with_links(report: &str, frame: &Frame, templates: &Templates) -> Result<String, RenderError> {
    let links = templates.render("pages/links.html", frame)?;
    let styled = report.replacen("</head>", &format!("<style>{LINKS_STYLE}</style>\n</head>"), 1);
    Ok(styled.replacen("<body>", &format!("<body>\n{links}"), 1))
}
