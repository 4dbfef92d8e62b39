//! A line over time, broken where there is no data.

use std::fmt::Write as _;

use super::scale::Scale;
use super::svg::{Chart, Point, Words, coordinate, escaped, framed, name, nothing, runs, step, word};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 200.0;
/// Room for half a name at either side, a number above, names below.
const MARGIN: f64 = 44.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 32.0;

/// The line and a dot for each point, on a scale that `write` writes; numbers stand at the peak and at the end.
pub(crate) fn line(chart: &Chart, write: impl Fn(f64) -> String) -> String {
    let scale = Scale::around(chart.points.iter().filter_map(|point| point.value));
    let pitch = (WIDTH - 2.0 * MARGIN) / coordinate(chart.points.len().saturating_sub(1).max(1));
    let x = |index: usize| MARGIN + pitch * coordinate(index);
    let y = |value: f64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * scale.share(value);
    let mut body = String::new();
    for at in scale.steps() {
        body.push_str(&grid(y(at), &write(at)));
    }
    for run in runs(chart).iter().filter(|run| run.len() > 1) {
        let points: Vec<String> =
            run.iter().map(|&(index, value)| format!("{:.1},{:.1}", x(index), y(value))).collect();
        let points = points.join(" ");
        let _ = writeln!(
            body,
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"#2f6fb3\" stroke-width=\"2\"/>"
        );
    }
    let every = step(chart.points.len(), 8);
    let last = chart.points.iter().rposition(|point| point.value.is_some());
    for (index, point) in chart.points.iter().enumerate() {
        if let Some(value) = point.value {
            body.push_str(&dot(point, x(index), y(value)));
            // Right beside the peak a number would touch the peak's.
            let is_free = chart.peak.is_none_or(|peak| peak.abs_diff(index) > 1);
            if chart.peak == Some(index) || last == Some(index) && is_free {
                body.push_str(&word(Words::Number, x(index), y(value) - 8.0, "middle", &point.label));
            }
        }
        if index % every == 0 {
            body.push_str(&word(name(index, every), x(index), HEIGHT - 6.0, "middle", &point.name));
        }
    }
    if last.is_none() {
        body.push_str(&nothing(WIDTH, HEIGHT));
    }
    framed(chart, WIDTH, HEIGHT, &body)
}

/// A line of the scale with its number above it.
fn grid(y: f64, number: &str) -> String {
    let line = format!(
        "<line class=\"grid\" x1=\"0\" x2=\"{WIDTH}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"#d0d7de\"/>\n"
    );
    line + &word(Words::Scale, 0.0, y - 4.0, "start", number)
}

fn dot(point: &Point, x: f64, y: f64) -> String {
    let (name, label) = (escaped(&point.name), escaped(&point.label));
    format!(
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"#2f6fb3\"><title>{name}: {label}</title></circle>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::super::svg::chart;
    use super::*;

    #[test]
    fn a_gap_breaks_the_line() {
        let svg =
            line(&chart(&[Some(1.0), Some(4.0), None, Some(2.0), Some(3.0)]), |value| format!("{value}"));
        assert_eq!(svg.matches("<polyline").count(), 2);
        insta::assert_snapshot!(svg);
    }

    #[test]
    fn a_trend_fills_the_height_and_no_word_stands_for_what_is_missing() {
        let svg = line(&chart(&[Some(1_000.0), Some(1_100.0), None]), |value| format!("{value}"));
        let heights = regex::Regex::new("cy=\"([0-9.]+)\"").unwrap();
        let heights: Vec<f64> = heights.captures_iter(&svg).map(|found| found[1].parse().unwrap()).collect();
        assert!(heights[0] - heights[1] > HEIGHT / 2.0, "{svg}");
        assert!(!svg.contains(">no data<"), "{svg}");
        let empty = line(&chart(&[None, None]), |value| format!("{value}"));
        assert_eq!(empty.matches(">no data<").count(), 1, "{empty}");
    }
}
