//! A review for readers: one page with its charts, or Markdown without markers.

use serde::Serialize;

use super::block::blocks;
use super::course::Course;
use super::document::Document;
use super::front::Front;
use super::html::html;
use crate::render::{RenderError, Templates};

/// What the page's template sees; `body` is HTML.
#[derive(Serialize)]
struct Page<'a> {
    id: &'a str,
    project: &'a str,
    state: &'a str,
    body: String,
}

/// The review as one page that needs nothing beside it. The charts stand behind the block that tells them in characters.
pub(crate) fn page(
    templates: &Templates,
    project: &str,
    document: &Document,
    state: &str,
    text: &str,
    courses: &[Course],
) -> Result<String, RenderError> {
    let figures: Vec<_> =
        courses.iter().map(|course| ["<figure>", &course.svg(), "</figure>\n"].concat()).collect();
    let charts = figures.concat();
    let end = blocks(text).iter().find(|block| block.name == "charts").map(|block| block.body.end);
    let body = match end {
        Some(end) => format!("{}{charts}{}", html(&text[..end]), html(&text[end..])),
        None => html(text) + &charts,
    };
    templates.render("pir/review.html", &Page { id: &document.id, project, state, body })
}

/// The text without the lines that are tillwatch's own.
pub(crate) fn without_markers(text: &str) -> String {
    let is_marker = |line: &str| {
        let bare = line.trim_end();
        Front::read(bare).is_some()
            || bare == "<!-- /tillwatch -->"
            || bare.starts_with("<!-- tillwatch:") && bare.ends_with(" -->")
    };
    text.split_inclusive('\n').filter(|line| !is_marker(line)).collect()
}
