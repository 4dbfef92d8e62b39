//! The charts of a report: each section that asks for one, as SVG.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::ReportError;
use super::definition::Chart as Kind;
use super::model::{Report, Row, Section};
use super::text::{cell, usual};
use crate::chart::{Chart, Point, bars, line, png, sparkline};

/// SVG by the name of its section.
pub(super) fn all<'a>(report: &'a Report, zone: &TimeZone) -> Vec<(&'a str, String)> {
    let drawn = |section: &'a Section| Some((section.name.as_str(), svg(section, report, zone)?));
    report.sections.iter().filter_map(drawn).collect()
}

/// The same charts as PNG, for mail.
pub(crate) fn pictures(report: &Report) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let zone =
        crate::time::zone(&report.time_zone).ok_or_else(|| ReportError::Zone(report.time_zone.clone()))?;
    let picture = |(name, svg): (&str, String)| {
        let bytes = png(&svg)
            .map_err(|error| ReportError::Picture { name: name.to_owned(), reason: error.to_string() })?;
        Ok((name.to_owned(), bytes))
    };
    all(report, &zone).into_iter().map(picture).collect()
}

/// So many lying bars are drawn: more would be a wall, and its picture too large for a mail.
const MOST_BARS: usize = 30;

/// The rows that a chart draws, the first ones. Those in time share its width, however many they are.
fn drawn(section: &Section) -> &[Row] {
    let lies = section.chart == Some(Kind::Bars) && !section.kind.is_in_time();
    let most = if lies { MOST_BARS } else { usize::MAX };
    &section.rows[..section.rows.len().min(most)]
}

/// What a chart says that leaves out rows: `the first 30 of 1000`.
fn caption(section: &Section) -> Option<String> {
    let (drawn, all) = (drawn(section).len(), section.rows.len());
    (drawn < all).then(|| format!("the first {drawn} of {all}"))
}

/// The captions by the names of their sections.
pub(super) fn captions(report: &Report) -> BTreeMap<&str, String> {
    report.sections.iter().filter_map(|section| Some((section.name.as_str(), caption(section)?))).collect()
}

fn svg(section: &Section, report: &Report, zone: &TimeZone) -> Option<String> {
    let kind = section.chart.filter(|_| !section.rows.is_empty())?;
    let chart = chart(section, report, zone)?;
    Some(match kind {
        Kind::Line => {
            let (_, number) = section.charted()?;
            line(&chart, |value| report.numerals.in_unit(value, &number.unit))
        }
        Kind::Sparkline => sparkline(&chart, 0.0),
        Kind::Bars => bars(&chart, section.kind.is_in_time()),
    })
}

fn chart(section: &Section, report: &Report, zone: &TimeZone) -> Option<Chart> {
    let (name, number) = section.charted()?;
    let point = |row: &Row| Point {
        name: cell(row, name, report, zone),
        value: row.number(&number.name),
        label: cell(row, number, report, zone),
        usual: row.usual.map(|usual| [usual.low, usual.high]),
    };
    let rows = drawn(section);
    let points: Vec<Point> = rows.iter().map(point).collect();
    let each = points.iter().zip(rows).map(|(point, row)| {
        let usual = usual(row, number, report).map(|text| format!(" ({text})"));
        format!("{}: {}{}", point.name, point.label, usual.unwrap_or_default())
    });
    let peak = section.peak.map(|index| format!(" Peak: {}.", points[index].name));
    let description = format!("{}.{}", each.collect::<Vec<_>>().join(", "), peak.unwrap_or_default());
    let title = match caption(section) {
        Some(caption) => format!("{}: {caption}", section.title),
        None => section.title.clone(),
    };
    Some(Chart { title, description, points, peak: section.peak })
}
