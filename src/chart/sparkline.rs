//! A line the size of a word, beside a number that says what matters.

use super::svg::{Chart, coordinate, framed, highest, runs};

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 24.0;

/// The course of the points, without axes: from `lowest` at its foot to the highest. Broken where there is no data.
pub(crate) fn sparkline(chart: &Chart, lowest: f64) -> String {
    let height = (highest(&chart.points) - lowest).max(f64::MIN_POSITIVE);
    let pitch = (WIDTH - 4.0) / coordinate(chart.points.len().saturating_sub(1).max(1));
    let place = |&(index, value): &(usize, f64)| {
        let share = ((value - lowest) / height).clamp(0.0, 1.0);
        format!("{:.1},{:.1}", 2.0 + pitch * coordinate(index), HEIGHT - 2.0 - (HEIGHT - 4.0) * share)
    };
    let line = |run: Vec<(usize, f64)>| {
        // One point alone is a dot.
        let points = run.iter().chain(run.first().filter(|_| run.len() == 1)).map(place);
        let points = points.collect::<Vec<_>>().join(" ");
        format!(
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"#2f6fb3\" stroke-width=\"1.5\" stroke-linecap=\"round\"/>\n"
        )
    };
    framed(chart, WIDTH, HEIGHT, &runs(chart).into_iter().map(line).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::super::svg::chart;
    use super::*;

    #[test]
    fn a_sparkline_is_broken_by_a_gap() {
        insta::assert_snapshot!(sparkline(&chart(&[Some(1.0), Some(2.0), None, Some(4.0)]), 0.0));
    }

    #[test]
    fn the_lowest_lies_at_the_foot_and_equal_ones_are_a_line() {
        let line = sparkline(&chart(&[Some(99.0), Some(100.0)]), 99.0);
        assert!(line.contains("points=\"2.0,22.0 118.0,2.0\""), "{line}");
        let flat = sparkline(&chart(&[Some(99.0), Some(99.0)]), 99.0);
        assert!(flat.contains("points=\"2.0,22.0 118.0,22.0\""), "{flat}");
        assert!(!sparkline(&chart(&[]), 0.0).contains("polyline"));
    }
}
