//! Bars: upright for a series in time, lying for things with names.

use std::fmt::Write as _;

use super::svg::{Chart, Words, anchor, coordinate, escaped, framed, highest, name, nothing, step, word};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 180.0;
const ROW: f64 = 24.0;
/// The longest name that is written out, in letters, and how wide one is.
const LONGEST: usize = 32;
const LETTER: f64 = 7.0;
const NUMBERS: f64 = 80.0;

/// Upright bars, each with its number on top, in order of time; or lying ones under each other.
pub(crate) fn bars(chart: &Chart, upright: bool) -> String {
    if upright { columns(chart) } else { rows(chart) }
}

fn columns(chart: &Chart) -> String {
    let (pitch, highest) = (WIDTH / coordinate(chart.points.len().max(1)), highest(&chart.points));
    let every = step(chart.points.len(), 13);
    let height = |value: f64| (HEIGHT - 40.0) * value.max(0.0) / highest;
    let mut body = String::new();
    // Bars leave the band beside them to be seen.
    let gap = if chart.points.iter().any(|point| point.usual.is_some()) { pitch / 4.0 } else { 2.0 };
    for (index, point) in chart.points.iter().enumerate() {
        let left = pitch * coordinate(index);
        if let Some(usual) = point.usual {
            let [low, high] = usual.map(|value| HEIGHT - 20.0 - height(value));
            body.push_str(&band([left, high, pitch, (low - high).max(2.0)]));
        }
        let height = height(point.value.unwrap_or(0.0));
        let top = HEIGHT - 20.0 - height;
        body.push_str(&bar(chart, index, [left + gap / 2.0, top, (pitch - gap).max(1.0), height]));
        if point.value.is_some() {
            body.push_str(&word(Words::Number, left + pitch / 2.0, top - 4.0, "middle", &point.label));
        }
        if index % every == 0 {
            let anchor = anchor(index, chart.points.len());
            let place = match anchor {
                "start" => left,
                "end" => left + pitch,
                _ => left + pitch / 2.0,
            };
            body.push_str(&word(name(index, every), place, HEIGHT - 6.0, anchor, &point.name));
        }
    }
    if chart.points.iter().all(|point| point.value.is_none()) {
        body.push_str(&nothing(WIDTH, HEIGHT));
    }
    framed(chart, WIDTH, HEIGHT, &body)
}

fn rows(chart: &Chart) -> String {
    let highest = highest(&chart.points);
    let names: Vec<String> = chart.points.iter().map(|point| shortened(&point.name)).collect();
    let longest = names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    let begin = 8.0 + LETTER * coordinate(longest);
    let mut body = String::new();
    for (index, point) in chart.points.iter().enumerate() {
        let top = ROW * coordinate(index);
        let length = (WIDTH - begin - NUMBERS) * point.value.unwrap_or(0.0).max(0.0) / highest;
        body.push_str(&word(Words::Name, begin - 8.0, top + 16.0, "end", &names[index]));
        body.push_str(&bar(chart, index, [begin, top + 3.0, length, ROW - 6.0]));
        body.push_str(&word(Words::Name, begin + length + 6.0, top + 16.0, "start", &point.label));
    }
    let drawing = framed(chart, WIDTH, ROW * coordinate(chart.points.len().max(1)), &body);
    // On a telephone the table below says it better.
    drawing.replacen("class=\"chart\"", "class=\"chart lying\"", 1)
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// What is usual, told from the bars by its edges too.
fn band([x, y, width, height]: [f64; 4]) -> String {
    let (right, bottom) = (x + width, y + height);
    format!(
        "<g class=\"usual\"><rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"#c9d1d9\"/>\
         <path d=\"M{x:.1} {y:.1}H{right:.1}M{x:.1} {bottom:.1}H{right:.1}\" stroke=\"#57606a\" stroke-dasharray=\"2 2\"/></g>\n"
    )
}

fn bar(chart: &Chart, index: usize, [x, y, width, height]: [f64; 4]) -> String {
    let point = &chart.points[index];
    // The peak is told by its outline too, not by colour alone.
    let peak =
        if chart.peak == Some(index) { " class=\"peak\" stroke=\"#111\" stroke-width=\"1.5\"" } else { "" };
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"#2f6fb3\"{peak}>\
         <title>{}: {}</title></rect>",
        escaped(&point.name),
        escaped(&point.label)
    );
    out
}

#[cfg(test)]
mod tests {
    use super::super::svg::chart;
    use super::*;

    #[test]
    fn upright_bars_carry_their_numbers_and_the_peak_its_outline() {
        insta::assert_snapshot!(bars(&chart(&[Some(5.0), Some(10.0), None]), true));
    }

    #[test]
    fn lying_bars_carry_names_and_numbers() {
        insta::assert_snapshot!(bars(&chart(&[Some(5.0), Some(10.0)]), false));
    }

    #[test]
    fn what_is_usual_lies_as_a_band_behind_the_bars_and_fits_the_scale() {
        let mut chart = chart(&[Some(5.0), Some(10.0), None]);
        chart.points[0].usual = Some([8.0, 20.0]);
        insta::assert_snapshot!(bars(&chart, true));
    }

    #[test]
    fn a_long_name_is_neither_cut_off_nor_takes_all_the_room() {
        let mut chart = chart(&[Some(5.0), Some(10.0)]);
        chart.points[0].name = "Store at the end of a very, very long street".into();
        let svg = bars(&chart, false);
        assert!(svg.contains(">Store at the end of a very, ver…<"), "{svg}");
        assert!(svg.contains("<text class=\"name\" x=\"224.0\""), "{svg}");
    }

    #[test]
    fn nothing_can_be_drawn() {
        assert!(bars(&chart(&[]), true).ends_with("</svg>"));
        assert!(!bars(&chart(&[Some(0.0), None]), true).contains("NaN"));
    }
}
