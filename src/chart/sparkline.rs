//! A line the size of a word, beside a number that says what matters.

use super::svg::{Chart, coordinate, framed, highest};

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 24.0;

/// The course of the points that have data, without axes.
pub(crate) fn sparkline(chart: &Chart) -> String {
    let highest = highest(&chart.points);
    let pitch = (WIDTH - 4.0) / coordinate(chart.points.len().saturating_sub(1).max(1));
    let points: Vec<String> = chart
        .points
        .iter()
        .enumerate()
        .filter_map(|(index, point)| Some((coordinate(index), point.value?.max(0.0))))
        .map(|(index, value)| (2.0 + pitch * index, HEIGHT - 2.0 - (HEIGHT - 4.0) * value / highest))
        .map(|(x, y)| format!("{x:.1},{y:.1}"))
        .collect();
    let points = points.join(" ");
    let line =
        format!("<polyline points=\"{points}\" fill=\"none\" stroke=\"#2f6fb3\" stroke-width=\"1.5\"/>\n");
    framed(chart, WIDTH, HEIGHT, &line)
}

#[cfg(test)]
mod tests {
    use super::super::svg::chart;
    use super::*;

    #[test]
    fn a_sparkline_is_one_line() {
        insta::assert_snapshot!(sparkline(&chart(&[Some(1.0), Some(2.0), None, Some(4.0)])));
    }
}
