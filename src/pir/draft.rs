//! A review as Markdown: the template filled with evidence, its blocks sealed.

use serde_json::Value;

use super::Review;
use super::block::sealed;
use super::document::Document;
use super::escape::escape_all;
use super::export::page;
use crate::render::{RenderError, Templates};
use jiff::tz::TimeZone;

const TEMPLATE: &str = "pir/review.md";

/// The text of a review.
pub(crate) fn draft(templates: &Templates, review: &Review) -> Result<String, RenderError> {
    let failed = |reason: String| RenderError::Template { name: TEMPLATE.into(), reason };
    let mut model: Value = serde_json::to_value(review).map_err(|error| failed(error.to_string()))?;
    escape_all(&mut model);
    Ok(sealed(&templates.render(TEMPLATE, &model)?))
}

/// Whether the templates render at all.
pub(crate) fn rehearse(templates: &Templates) -> Result<(), RenderError> {
    let text = draft(templates, &Review::default())?;
    let none = "it has neither {{ front }} nor **Incident ID**: what it drafts would be no review";
    let document = Document::read(TEMPLATE.as_ref(), &text, &TimeZone::UTC)
        .ok_or_else(|| RenderError::Template { name: TEMPLATE.into(), reason: none.into() })?;
    page(templates, "project", &document, "draft", &text, &[]).map(drop)
}
