//! Several lines over time in one drawing, told apart by colour and by dashes, with the limits that they should keep to.

use std::fmt::Write as _;

use super::svg::{Chart, Words, coordinate, escaped, framed, step, text, word};

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 220.0;
/// How wide a letter of the scale is.
const LETTER: f64 = 6.6;
const RIGHT: f64 = 12.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 26.0;

/// Colours that differ in lightness too, and dashes for those who do not tell colours apart.
const COLOURS: [&str; 8] =
    ["#1f6fb5", "#b5541f", "#2a8a57", "#8a4fb0", "#a8841a", "#c03a6b", "#3d8fa3", "#6b6b6b"];
const DASHES: [&str; 8] = ["", "7 3", "2 3", "10 3 2 3", "5 2", "1 2", "12 4", "6 2 2 2 2 2"];

/// One line: a value for each name, or a gap.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub name: String,
    pub values: Vec<Option<f64>>,
}

/// What is drawn, and the words for it.
#[derive(Clone, Debug)]
pub(crate) struct LineChart {
    pub title: String,
    pub description: String,
    /// What each point in time is called.
    pub names: Vec<String>,
    pub lines: Vec<Line>,
    /// Values to stay on one side of, and how each is written; those far above everything are left out.
    pub limits: Vec<(f64, String)>,
}

/// The drawing; `write` writes a value of the scale.
pub(crate) fn lines(chart: &LineChart, write: impl Fn(f64) -> String) -> String {
    let highest =
        chart.lines.iter().flat_map(|line| line.values.iter().flatten()).copied().fold(0.0, f64::max);
    let limits: Vec<_> =
        chart.limits.iter().filter(|(limit, _)| *limit > 0.0 && *limit <= 2.0 * highest).collect();
    let top = round_up(limits.iter().map(|(limit, _)| *limit).fold(highest, f64::max));
    let count = chart.names.len();
    let scale = [0.0, 0.5, 1.0].map(|share| if share > 0.0 { write(top * share) } else { "0".into() });
    let longest = scale.iter().map(|number| number.chars().count()).max().unwrap_or_default();
    let left = 12.0 + LETTER * coordinate(longest);
    let pitch = (WIDTH - left - RIGHT) / coordinate(count.saturating_sub(1).max(1));
    let x = |index: usize| left + pitch * coordinate(index);
    let y = |value: f64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value.max(0.0) / top;
    let mut body = String::new();
    for (share, number) in [0.0, 0.5, 1.0].into_iter().zip(&scale) {
        let at = y(top * share);
        let _ = writeln!(
            body,
            "<line class=\"grid\" x1=\"{left:.1}\" x2=\"{:.1}\" y1=\"{at:.1}\" y2=\"{at:.1}\" stroke=\"#ccc\"/>",
            WIDTH - RIGHT
        );
        body.push_str(&word(Words::Scale, left - 6.0, at + 4.0, "end", number));
    }
    for (limit, label) in limits {
        let at = y(*limit);
        let _ = writeln!(
            body,
            "<line class=\"limit\" x1=\"{left:.1}\" x2=\"{:.1}\" y1=\"{at:.1}\" y2=\"{at:.1}\" stroke=\"#b3261e\" stroke-dasharray=\"3 3\"/>",
            WIDTH - RIGHT
        );
        body.push_str(&text(WIDTH - RIGHT, at - 4.0, "end", label));
    }
    let every = step(count, 6);
    for (index, name) in chart.names.iter().enumerate().filter(|(index, _)| index % every == 0) {
        let words = if index % (2 * every) == 0 { Words::Name } else { Words::MinorName };
        let anchor = if index == 0 { "start" } else { "middle" };
        body.push_str(&word(words, x(index), HEIGHT - 8.0, anchor, name));
    }
    for (index, line) in chart.lines.iter().enumerate() {
        let _ = writeln!(body, "<g><title>{}</title>", escaped(&line.name));
        body.push_str(&drawn(index, line, &x, &y));
        body.push_str("</g>\n");
    }
    let frame = Chart {
        title: chart.title.clone(),
        description: chart.description.clone(),
        points: Vec::new(),
        peak: None,
    };
    framed(&frame, WIDTH, HEIGHT, &body)
}

/// A short stroke as the line of this number is drawn, to stand beside its name.
pub(crate) fn line_key(index: usize) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"key\" viewBox=\"0 0 28 10\" width=\"28\" height=\"10\" \
         aria-hidden=\"true\"><line x1=\"0\" x2=\"28\" y1=\"5\" y2=\"5\" {}/></svg>",
        stroke(index)
    )
}

/// How the line of this number is drawn.
fn stroke(index: usize) -> String {
    let (colour, dash) = (COLOURS[index % COLOURS.len()], DASHES[index % DASHES.len()]);
    let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
    format!(
        "class=\"line l{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{dash}",
        index % COLOURS.len()
    )
}

/// One line, broken where there is no data; a point between two gaps is a dot.
fn drawn(index: usize, line: &Line, x: &impl Fn(usize) -> f64, y: &impl Fn(f64) -> f64) -> String {
    let mut body = String::new();
    let mut run: Vec<String> = Vec::new();
    for at in 0..=line.values.len() {
        if let Some(value) = line.values.get(at).copied().flatten() {
            run.push(format!("{:.1},{:.1}", x(at), y(value)));
            continue;
        }
        // A stroke of no length with round ends is a dot.
        if let [alone] = run.as_slice() {
            run.push(alone.clone());
        }
        if !run.is_empty() {
            let points = run.join(" ");
            let _ =
                writeln!(body, "<polyline points=\"{points}\" {} stroke-linecap=\"round\"/>", stroke(index));
        }
        run.clear();
    }
    body
}

/// The next round number that is not less and whose half is round too: 2, 4, 6, 8, 10, 20, …
fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 2.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    let steps = [1.0, 2.0, 4.0, 6.0, 8.0, 10.0].into_iter().map(|step| step * power);
    // Half of one thing is none.
    steps.filter(|top| top.to_bits() != 1.0_f64.to_bits()).find(|top| *top >= value).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(lines: &[&[Option<f64>]], limits: &[f64]) -> String {
        let line = |values: &&[Option<f64>]| Line { name: "<a>".into(), values: values.to_vec() };
        let chart = LineChart {
            title: "a < b".into(),
            description: "at last".into(),
            names: (0..4).map(|n| format!("10:0{n}")).collect(),
            lines: lines.iter().map(line).collect(),
            limits: limits.iter().map(|limit| (*limit, format!("limit {limit}"))).collect(),
        };
        super::lines(&chart, |value| format!("{value}"))
    }

    #[test]
    fn a_gap_breaks_a_line_and_what_stands_alone_is_a_dot() {
        let svg = chart(&[&[Some(1.0), Some(2.0), None, Some(3.0)], &[None; 4]], &[]);
        assert_eq!(svg.matches("<polyline").count(), 2, "{svg}");
        assert!(svg.contains("a &lt; b") && !svg.contains("NaN"), "{svg}");
    }

    #[test]
    fn a_limit_is_drawn_where_it_does_not_press_the_lines_flat() {
        let near = chart(&[&[Some(90.0); 4]], &[100.0, 1000.0]);
        assert!(near.contains("limit 100<") && !near.contains("limit 1000<"), "{near}");
    }

    #[test]
    fn lines_differ_in_more_than_colour() {
        let all: std::collections::BTreeSet<_> = DASHES.iter().collect();
        assert_eq!(all.len(), COLOURS.len());
    }

    #[rstest::rstest]
    #[case(0.0, 2.0)]
    #[case(1.0, 2.0)]
    #[case(5.0, 6.0)]
    #[case(7.0, 8.0)]
    #[case(10.0, 10.0)]
    #[case(11.0, 20.0)]
    #[case(0.3, 0.4)]
    fn the_scale_and_its_half_are_round_numbers(#[case] value: f64, #[case] top: f64) {
        assert!((round_up(value) - top).abs() < 1e-9);
    }
}
