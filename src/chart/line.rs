//! A line over time, broken where there is no data.

use std::fmt::Write as _;

use super::svg::{Chart, Words, anchor, coordinate, escaped, framed, highest, name, runs, step, word};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 180.0;
const MARGIN: f64 = 38.0;

/// The line, a dot and a number for each point, as many as fit.
pub(crate) fn line(chart: &Chart) -> String {
    let highest = highest(&chart.points);
    let pitch = (WIDTH - 2.0 * MARGIN) / coordinate(chart.points.len().saturating_sub(1).max(1));
    let place = |index: usize, value: f64| {
        (MARGIN + pitch * coordinate(index), HEIGHT - 24.0 - (HEIGHT - 48.0) * value.max(0.0) / highest)
    };
    let mut body = String::new();
    for run in runs(chart).iter().filter(|run| run.len() > 1) {
        let points: Vec<String> = run
            .iter()
            .map(|&(index, value)| place(index, value))
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        let points = points.join(" ");
        let _ = writeln!(
            body,
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"#2f6fb3\" stroke-width=\"2\"/>"
        );
    }
    let every = step(chart.points.len(), 10);
    for (index, point) in chart.points.iter().enumerate() {
        let (x, y) = place(index, point.value.unwrap_or(0.0));
        if point.value.is_some() {
            let (title, label) = (escaped(&point.name), escaped(&point.label));
            let _ = writeln!(
                body,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"#2f6fb3\"><title>{title}: {label}</title></circle>"
            );
        }
        // A number stands at the peak, and wherever a name does but right beside the peak, whose number it would touch.
        let beside_peak = chart.peak.is_some_and(|peak| peak.abs_diff(index) == 1) && every > 1;
        if chart.peak == Some(index) || index % every == 0 && !beside_peak {
            body.push_str(&word(Words::Number, x, y - 8.0, "middle", &point.label));
        }
        if index % every == 0 {
            body.push_str(&word(
                name(index, every),
                x,
                HEIGHT - 6.0,
                anchor(index, chart.points.len()),
                &point.name,
            ));
        }
    }
    framed(chart, WIDTH, HEIGHT, &body)
}

#[cfg(test)]
mod tests {
    use super::super::svg::chart;
    use super::*;

    #[test]
    fn a_gap_breaks_the_line() {
        let svg = line(&chart(&[Some(1.0), Some(4.0), None, Some(2.0), Some(3.0)]));
        assert_eq!(svg.matches("<polyline").count(), 2);
        insta::assert_snapshot!(svg);
    }
}
