//! A gauge: a half ring with the stretches that are good, a warning and bad, and a hand. The number stands beside it.

use std::f64::consts::PI;
use std::fmt::Write as _;

use super::svg::{Chart, framed};

const WIDTH: f64 = 160.0;
const HEIGHT: f64 = 88.0;
const RADIUS: f64 = 66.0;

/// What is drawn.
#[derive(Clone, Debug)]
pub(crate) struct Gauge {
    /// What it shows, number included.
    pub title: String,
    /// Where the scale begins and ends; what lies outside is shown at its end.
    pub scale: (f64, f64),
    pub value: Option<f64>,
    /// Where good ends, and where a warning does.
    pub good: Option<f64>,
    pub warning: Option<f64>,
    pub low_is_good: bool,
}

/// The drawing.
pub(crate) fn gauge(gauge: &Gauge) -> String {
    let (from, to) = gauge.scale;
    let place = |value: f64| ((value - from) / (to - from)).clamp(0.0, 1.0);
    let mut body = String::new();
    for (begin, end, class, colour) in bands(gauge) {
        let (begin, end) = (place(begin), place(end));
        if end > begin {
            let _ = writeln!(
                body,
                "<path class=\"{class}\" d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"14\"/>",
                arc(begin, end)
            );
        }
    }
    if let Some(value) = gauge.value {
        let ((x, y), (near_x, near_y)) = (at(place(value), RADIUS + 12.0), at(place(value), 26.0));
        let _ = writeln!(
            body,
            "<line class=\"hand\" x1=\"{near_x:.1}\" y1=\"{near_y:.1}\" x2=\"{x:.1}\" y2=\"{y:.1}\" stroke=\"#111\" stroke-width=\"3\" stroke-linecap=\"round\"/>"
        );
    }
    let chart =
        Chart { title: gauge.title.clone(), description: String::new(), points: Vec::new(), peak: None };
    framed(&chart, WIDTH, HEIGHT, &body)
}

/// The stretches from the begin of the scale to its end.
fn bands(gauge: &Gauge) -> Vec<(f64, f64, &'static str, &'static str)> {
    let (good, warning, bad) = (("good", "#1a7f37"), ("warning", "#c28a00"), ("bad", "#b3261e"));
    let (from, to) = gauge.scale;
    let Some(first) = gauge.good else { return vec![(from, to, "plain", "#8a939c")] };
    let second = gauge.warning.unwrap_or(first);
    let stretch = |begin, end, (class, colour)| (begin, end, class, colour);
    if gauge.low_is_good {
        vec![stretch(from, first, good), stretch(first, second, warning), stretch(second, to, bad)]
    } else {
        vec![stretch(from, second, bad), stretch(second, first, warning), stretch(first, to, good)]
    }
}

/// A point of the half ring, 0 at its left end and 1 at its right one.
fn at(place: f64, radius: f64) -> (f64, f64) {
    let angle = PI * (1.0 - place);
    (WIDTH / 2.0 + radius * angle.cos(), HEIGHT - 6.0 - radius * angle.sin())
}

fn arc(begin: f64, end: f64) -> String {
    let ((x1, y1), (x2, y2)) = (at(begin, RADIUS), at(end, RADIUS));
    format!("M {x1:.1} {y1:.1} A {RADIUS} {RADIUS} 0 0 1 {x2:.1} {y2:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(value: Option<f64>, low_is_good: bool) -> String {
        let (good, warning) = if low_is_good { (10.0, 50.0) } else { (99.0, 95.0) };
        let title = "Earn: 99.2 %".into();
        let (good, warning) = (Some(good), Some(warning));
        gauge(&Gauge { title, scale: (0.0, 100.0), value, good, warning, low_is_good })
    }

    #[test]
    fn the_stretches_follow_the_limits() {
        let order = |svg: &str| {
            let classes = regex::Regex::new("path class=\"(\\w+)\"").unwrap();
            classes.captures_iter(svg).map(|found| found[1].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(order(&drawn(Some(99.2), false)), ["bad", "warning", "good"]);
        assert_eq!(order(&drawn(Some(7.0), true)), ["good", "warning", "bad"]);
    }

    #[test]
    fn without_a_number_there_is_no_hand_and_beyond_the_scale_it_stays_at_the_end() {
        assert!(!drawn(None, false).contains("hand"));
        let hand = |svg: String| svg.split("class=\"hand\"").nth(1).unwrap().to_owned();
        assert_eq!(hand(drawn(Some(300.0), false)), hand(drawn(Some(100.0), false)));
    }
}
