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
    let charts: String = courses.iter().map(Course::figure).collect();
    let end = blocks(text).iter().find(|block| block.name == "charts").map(|block| block.body.end);
    let body = match end {
        Some(end) => format!("{}{charts}{}", html(&text[..end]), html(&text[end..])),
        None => html(text) + &charts,
    };
    templates.render("pir/review.html", &Page { id: &document.id, project, state, body })
}

/// The text without the lines that are tillwatch's own, and without the blank lines that would stand together for it.
pub(crate) fn without_markers(text: &str) -> String {
    let is_marker = |line: &str| {
        let bare = line.trim_end();
        Front::read(bare).is_some()
            || bare == "<!-- /tillwatch -->"
            || bare.starts_with("<!-- tillwatch:") && bare.ends_with(" -->")
    };
    let (mut out, mut blank, mut after_marker) = (String::new(), true, false);
    for line in text.split_inclusive('\n') {
        if is_marker(line) {
            after_marker = true;
            continue;
        }
        let is_blank = line.trim().is_empty();
        if !(is_blank && blank && after_marker) {
            out.push_str(line);
        }
        (blank, after_marker) = (is_blank, after_marker && is_blank);
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_leave_no_hole() {
        let text = "<!-- tillwatch:review alert=1 -->\r\n\r\n# R\r\n\r\n<!-- tillwatch:a 0f -->\r\n\r\n- a\r\n\r\n<!-- /tillwatch -->\r\n\r\n\
            <!-- tillwatch:notes -->\r\n- b\r\n<!-- /tillwatch -->\r\n\r\n```\r\n\r\n\r\n```\r\n\r\n<!-- /tillwatch -->\r\n";
        let bare = "# R\r\n\r\n- a\r\n\r\n- b\r\n\r\n```\r\n\r\n\r\n```\n";
        assert_eq!(without_markers(text), bare);
    }
}
