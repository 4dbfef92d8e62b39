//! Sparklines: the course of a number over a report's window, as characters and as SVG.

use std::collections::BTreeMap;

use super::definition::Column;
use super::model::{Report, Section};
use crate::chart::{Chart, Point, sparkline};

/// From low to high.
const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The most characters of a sparkline, so that label, number and change still fit beside it.
const WIDTH: usize = 12;

/// SVG by the name of its column.
pub(super) fn svgs<'a>(section: &'a Section, report: &Report) -> BTreeMap<&'a str, String> {
    let drawn = |column: &'a Column| Some((column.name.as_str(), svg(section, column, report)?));
    section.columns.iter().filter_map(drawn).collect()
}

fn svg(section: &Section, column: &Column, report: &Report) -> Option<String> {
    let values = section.sparks.get(&column.name)?;
    let said = |value: f64| report.numerals.in_unit(value, &column.unit);
    let [lowest, highest] = range(values)?;
    let point = |value: &Option<f64>| Point {
        name: String::new(),
        value: *value,
        label: value.map_or_else(String::new, said),
        usual: None,
    };
    let chart = Chart {
        title: column.title.clone(),
        description: format!("Its course: from {} to {}.", said(lowest), said(highest)),
        points: values.iter().map(point).collect(),
        peak: None,
    };
    Some(sparkline(&chart, foot(column, lowest)))
}

/// As characters, a dozen at the most: neighbours stand as their mean. Empty where there is nothing to show.
pub(super) fn characters(section: &Section, column: &Column) -> String {
    let Some(values) = section.sparks.get(&column.name) else { return String::new() };
    let values: Vec<Option<f64>> = values.chunks(values.len().div_ceil(WIDTH).max(1)).map(mean).collect();
    let Some([lowest, highest]) = range(&values) else { return String::new() };
    let foot = foot(column, lowest);
    let glyph = |value: &Option<f64>| match value {
        Some(value) if highest > foot => step((value - foot) / (highest - foot)),
        Some(_) => step(0.0),
        None => ' ',
    };
    values.iter().map(glyph).collect()
}

/// The character for a share between 0 and 1.
fn step(share: f64) -> char {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 7")]
    let index = (share.clamp(0.0, 1.0) * 7.0).round() as usize;
    STEPS[index]
}

/// What lies at the foot: the lowest percentage, for they hardly differ, and 0 of all else.
fn foot(column: &Column, lowest: f64) -> f64 {
    if column.is_percentage() { lowest } else { lowest.min(0.0) }
}

fn range(values: &[Option<f64>]) -> Option<[f64; 2]> {
    let known = || values.iter().copied().flatten();
    Some([known().reduce(f64::min)?, known().reduce(f64::max)?])
}

#[expect(clippy::cast_precision_loss, reason = "a sparkline has far fewer points than 2^53")]
fn mean(values: &[Option<f64>]) -> Option<f64> {
    let known: Vec<f64> = values.iter().copied().flatten().collect();
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_stand_as_the_mean_of_those_that_are_known() {
        assert_eq!(mean(&[Some(1.0), None, Some(3.0)]), Some(2.0));
        assert_eq!(mean(&[None, None]), None);
    }

    #[test]
    fn a_step_is_the_nearest_of_eight() {
        assert_eq!([0.0, 0.49, 0.5, 1.0, 7.0].map(step), ['▁', '▄', '▅', '█', '█']);
    }
}
