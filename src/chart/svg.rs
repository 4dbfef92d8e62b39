//! What all charts share: the frame with its words, escaping, the scale.

use crate::render;

/// One point: its name, its height, and the height as it is written; `None` is no data and leaves a gap.
#[derive(Clone, Debug)]
pub(crate) struct Point {
    pub name: String,
    pub value: Option<f64>,
    pub label: String,
    /// Between which values it usually lies.
    pub usual: Option<[f64; 2]>,
}

/// What is drawn, and the words for it.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    pub title: String,
    pub description: String,
    pub points: Vec<Point>,
    /// The point to point out, beside its name also by an outline.
    pub peak: Option<usize>,
}

/// The drawing in its frame. Presentation attributes serve where no style sheet reaches, as in a picture.
pub(super) fn framed(chart: &Chart, width: f64, height: f64, body: &str) -> String {
    let (title, description) = (escaped(&chart.title), escaped(&chart.description));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" font-family=\"DejaVu Sans, sans-serif\" font-size=\"11\" fill=\"#333\">\n\
         <title>{title}</title>\n<desc>{description}</desc>\n{body}</svg>"
    )
}

/// What a piece of text is: its class, by which a style sheet leaves out on a phone what there is no room for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Words {
    /// A point's number.
    Number,
    /// A point's name; of a series in time, one of those that stay.
    Name,
    /// A point's name that may go.
    MinorName,
    /// A number of the scale.
    Scale,
}

/// One piece of text.
pub(super) fn text(x: f64, y: f64, anchor: &str, content: &str) -> String {
    format!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>\n", escaped(content))
}

/// One piece of text of a class.
pub(super) fn word(words: Words, x: f64, y: f64, anchor: &str, content: &str) -> String {
    let class = match words {
        Words::Number => "label",
        Words::Name => "name",
        Words::MinorName => "name minor",
        Words::Scale => "name scale",
    };
    text(x, y, anchor, content).replacen("<text", &format!("<text class=\"{class}\""), 1)
}

/// How a name is anchored to its point: the outermost stay within the drawing.
pub(super) fn anchor(index: usize, points: usize) -> &'static str {
    match index {
        0 => "start",
        last if last + 1 == points => "end",
        _ => "middle",
    }
}

/// Which of the names that are written at all stays where there is little room: every third.
pub(super) fn name(index: usize, every: usize) -> Words {
    if index.is_multiple_of(3 * every) { Words::Name } else { Words::MinorName }
}

/// What stands in a drawing of nothing.
pub(super) fn nothing(width: f64, height: f64) -> String {
    word(Words::Name, width / 2.0, height / 2.0, "middle", "no data")
}

/// The text as SVG takes it: XML forbids control characters.
pub(super) fn escaped(text: &str) -> String {
    render::escaped(&text.replace(char::is_control, " "))
}

/// The highest value, usual ones too, at least a little above 0 so that nothing is divided by it.
pub(super) fn highest(points: &[Point]) -> f64 {
    let usual = points.iter().filter_map(|point| point.usual).map(|[_, high]| high);
    points.iter().filter_map(|point| point.value).chain(usual).fold(f64::MIN_POSITIVE, f64::max)
}

/// The stretches of points that have data.
pub(super) fn runs(chart: &Chart) -> Vec<Vec<(usize, f64)>> {
    let mut runs = vec![Vec::new()];
    for (index, point) in chart.points.iter().enumerate() {
        match (point.value, runs.last_mut()) {
            (Some(value), Some(run)) => run.push((index, value)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Every which name is written, so that so many fit.
pub(super) fn step(points: usize, fit: usize) -> usize {
    points.div_ceil(fit.max(1)).max(1)
}

/// An index as a coordinate.
#[expect(clippy::cast_precision_loss, reason = "a chart has far fewer points than 2^53")]
pub(super) fn coordinate(index: usize) -> f64 {
    index as f64
}

#[cfg(test)]
pub(super) fn chart(values: &[Option<f64>]) -> Chart {
    let point = |(index, value): (usize, &Option<f64>)| Point {
        name: format!("{index:02}:00"),
        value: *value,
        label: value.map_or("no data".into(), |value| format!("{value}")),
        usual: None,
    };
    Chart {
        title: "a < b".into(),
        description: "peak \"1\"".into(),
        points: values.iter().enumerate().map(point).collect(),
        peak: Some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped() {
        let svg = framed(&chart(&[]), 10.0, 10.0, "");
        assert!(svg.contains("<title>a &lt; b</title>\n<desc>peak &quot;1&quot;</desc>"), "{svg}");
        assert_eq!(escaped("a\u{1}<b>'"), "a &lt;b&gt;&#39;");
    }

    #[test]
    fn no_more_names_than_fit() {
        assert_eq!((step(24, 12), step(25, 12), step(5, 12), step(0, 12)), (2, 3, 1, 1));
    }
}
