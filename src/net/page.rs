//! Answers of something that stands between: a page to log in at, or one that a proxy says sorry with, says 200 as well.

use reqwest::header::{CONTENT_TYPE, HeaderMap};

/// Why such an answer is no yes.
pub(crate) const PAGE: &str = "the answer is a web page: something stands between";

/// Whether an answer is a page for people.
pub(crate) fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    ["text/html", "application/xhtml+xml"].iter().any(|page| page.eq_ignore_ascii_case(kind))
}
