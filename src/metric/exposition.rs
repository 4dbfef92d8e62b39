//! The Prometheus text format, version 0.0.4.

use std::fmt::Write as _;

use crate::label::Labels;

pub(crate) const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// All series of one name; each of them a gauge.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Family {
    pub name: String,
    pub help: String,
    pub points: Vec<(Labels, f64)>,
}

/// The families as text.
pub(crate) fn exposition(families: &[Family]) -> String {
    let mut out = String::new();
    for Family { name, help, points } in families.iter().filter(|family| !family.points.is_empty()) {
        // Writing to a string cannot fail.
        if !help.is_empty() {
            let _ = writeln!(out, "# HELP {name} {}", help.replace('\\', "\\\\").replace('\n', "\\n"));
        }
        let _ = writeln!(out, "# TYPE {name} gauge");
        for (labels, value) in points {
            out.push_str(&line(name, labels, *value));
        }
    }
    out
}

/// One series' line.
pub(super) fn line(name: &str, labels: &Labels, value: f64) -> String {
    format!("{name}{} {}\n", braced(labels), number(value))
}

fn braced(labels: &Labels) -> String {
    let escape = |value: &str| value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let pairs: Vec<String> =
        labels.iter().map(|(name, value)| format!("{}=\"{}\"", valid_name(name), escape(value))).collect();
    if pairs.is_empty() { String::new() } else { format!("{{{}}}", pairs.join(",")) }
}

/// The name with `_` for every character that the format does not take.
pub(crate) fn valid_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || c == ':' { c } else { '_' }).collect();
    if plain.starts_with(|c: char| c.is_ascii_digit()) { format!("_{plain}") } else { plain }
}

fn number(value: f64) -> String {
    if value == f64::INFINITY {
        "+Inf".into()
    } else if value == f64::NEG_INFINITY {
        "-Inf".into()
    } else {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_and_labels_are_escaped_and_an_empty_family_is_left_out() {
        let labels: Labels = [("store_name", "\"Алмаз\"\\\n"), ("store_id", "1")].into_iter().collect();
        let family = |name: &str, points: Vec<(Labels, f64)>| Family {
            name: name.into(),
            help: "one\ntwo \\".into(),
            points,
        };
        let text =
            exposition(&[family("x", vec![(labels, 0.5), (Labels::default(), 1e21)]), family("y", vec![])]);
        let expected = "# HELP x one\\ntwo \\\\\n# TYPE x gauge\n\
            x{store_id=\"1\",store_name=\"\\\"Алмаз\\\"\\\\\\n\"} 0.5\nx 1000000000000000000000\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_name_that_prometheus_does_not_take_is_made_valid() {
        assert_eq!([valid_name("my-query"), valid_name("5xx"), valid_name("ok")], ["my_query", "_5xx", "ok"]);
    }
}
