//! Reads the Prometheus text format, version 0.0.4: <https://prometheus.io/docs/instrumenting/exposition_formats/>.
//!
//! What `HELP` and `TYPE` say no sample keeps, so they are comments like any others.

use jiff::Timestamp;

use super::LineError;
use crate::ingest::Sample;
use crate::inventory::Inventory;
use crate::label::Labels;

/// One line's name, labels, value and instant in milliseconds.
type Line<'t> = (&'t str, Labels, f64, Option<i64>);

/// Reads a text: all of its samples, NaN and the infinities with them, or every error.
///
/// A line without a timestamp is of `now`.
pub(crate) fn read_text(
    text: &[u8],
    inventory: &Inventory,
    now: Timestamp,
) -> Result<Vec<Sample>, Vec<LineError>> {
    let (mut samples, mut errors) = (Vec::new(), Vec::new());
    for (bytes, line) in text.split(|byte| *byte == b'\n').zip(1..) {
        let bytes = bytes.trim_ascii();
        if bytes.is_empty() || bytes.starts_with(b"#") {
            continue;
        }
        match sample(bytes, inventory, now) {
            Ok(sample) => samples.push(sample),
            Err(reason) => errors.push(LineError { line, reason }),
        }
    }
    if errors.is_empty() { Ok(samples) } else { Err(errors) }
}

fn sample(line: &[u8], inventory: &Inventory, now: Timestamp) -> Result<Sample, String> {
    let line = str::from_utf8(line).map_err(|_| "this is no UTF-8".to_owned())?;
    let (name, labels, value, at) = parts(line)?;
    let at = match at {
        None => now,
        Some(millis) => Timestamp::from_millisecond(millis)
            .map_err(|_| format!("the timestamp {millis} is beyond the calendar"))?,
    };
    Sample::of_any_value(name, labels, value, at, inventory).map_err(|error| error.to_string())
}

fn parts(line: &str) -> Result<Line<'_>, String> {
    let (name, rest) = line.split_at(line.find(['{', ' ', '\t']).unwrap_or(line.len()));
    let rest = rest.trim_start();
    let (labels, rest) = match rest.strip_prefix('{') {
        Some(inner) => labels(inner)?,
        None => (Labels::default(), rest),
    };
    let mut words = rest.split_ascii_whitespace();
    let value = number(words.next().ok_or("a value is missing")?)?;
    let at = words.next().map(|word| word.parse().map_err(|_| format!("{word:?} are no milliseconds")));
    match words.next() {
        Some(word) => Err(format!("nothing may follow the timestamp, and {word:?} does")),
        None => Ok((name, labels, value, at.transpose()?)),
    }
}

/// What stands between the braces, and the text behind them.
fn labels(mut rest: &str) -> Result<(Labels, &str), String> {
    let mut labels = Labels::default();
    loop {
        rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix('}') {
            return Ok((labels, behind));
        }
        let (name, behind) = rest.split_once('=').ok_or("a } is missing behind the labels")?;
        let name = name.trim_end();
        let opened = behind.trim_start().strip_prefix('"');
        let (value, behind) = quoted(opened.ok_or_else(|| format!("the value of {name} is not quoted"))?)?;
        if labels.get(name).is_some() {
            return Err(format!("the label {name} stands there twice"));
        }
        labels.set(name, value);
        rest = behind.trim_start();
        match rest.strip_prefix(',') {
            Some(behind) => rest = behind,
            None if rest.starts_with('}') => {}
            None => return Err(format!("a , or }} is missing behind the label {name}")),
        }
    }
}

/// A value up to its closing quote, and the text behind it.
fn quoted(text: &str) -> Result<(String, &str), String> {
    let (mut value, mut characters) = (String::new(), text.chars());
    while let Some(character) = characters.next() {
        match character {
            '"' => return Ok((value, characters.as_str())),
            '\\' => value.push(match characters.next() {
                Some('n') => '\n',
                Some(escaped @ ('\\' | '"')) => escaped,
                other => {
                    return Err(format!("\\{} is no escape", other.map_or_else(String::new, String::from)));
                }
            }),
            other => value.push(other),
        }
    }
    Err("a closing quote is missing".into())
}

/// As Go's `ParseFloat` reads it, without hexadecimal. A number too large for a float is no infinity.
fn number(word: &str) -> Result<f64, String> {
    let is_word = word.contains(['i', 'I']);
    let number = word.parse::<f64>().ok().filter(|number| !number.is_infinite() || is_word);
    number.ok_or_else(|| format!("{word:?} is no number"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn read(text: &[u8]) -> Result<Vec<String>, Vec<String>> {
        let config = config::parse("version = 1", "tillwatch.toml".as_ref()).unwrap();
        let read = read_text(text, &Inventory::new(&config).unwrap(), Timestamp::UNIX_EPOCH);
        let show = |sample: &Sample| {
            format!("{}{} {} {}", sample.name, sample.labels, sample.value, sample.at.as_millisecond())
        };
        read.map(|samples| samples.iter().map(show).collect())
            .map_err(|errors| errors.iter().map(ToString::to_string).collect())
    }

    #[rstest::rstest]
    #[case::bare("x 1", "x{} 1 0")]
    #[case::blanks("  x\t1.5e3   -7\r", "x{} 1500 -7")]
    #[case::labels("x{a=\"1\",b=\"2\"} 3 1395066363000", r#"x{a="1", b="2"} 3 1395066363000"#)]
    #[case::loose("x { a = \"1\" , } 3", r#"x{a="1"} 3 0"#)]
    #[case::braces_within("x{a=\"}, \"} 3", r#"x{a="}, "} 3 0"#)]
    #[case::none_within("x{} 3", "x{} 3 0")]
    #[case::escapes(
        r#"x{path="C:\\DIR",error="no:\n\"F\""} 3"#,
        r#"x{error="no:\n\"F\"", path="C:\\DIR"} 3 0"#
    )]
    #[case::an_empty_label_is_none("x{a=\"\"} 3", "x{} 3 0")]
    #[case::infinity("x{le=\"+Inf\"} +Inf", r#"x{le="+Inf"} inf 0"#)]
    #[case::below("x -Inf", "x{} -inf 0")]
    #[case::nan("x Nan", "x{} NaN 0")]
    fn a_line_is_a_sample(#[case] line: &str, #[case] sample: &str) {
        assert_eq!(read(line.as_bytes()).unwrap(), [sample]);
    }

    #[rstest::rstest]
    #[case(b"x", "a value is missing")]
    #[case(b"x one", "\"one\" is no number")]
    #[case(b"x 1e999", "\"1e999\" is no number")]
    #[case(b"x 1 2.5", "\"2.5\" are no milliseconds")]
    #[case(b"x 1 99999999999999999", "the timestamp 99999999999999999 is beyond the calendar")]
    #[case(b"x 1 2 # {trace_id=\"a\"} 1", "nothing may follow the timestamp, and \"#\" does")]
    #[case(b"5xx 1", "\"5xx\" is no metric name")]
    #[case(b"{a=\"1\"} 1", "\"\" is no metric name")]
    #[case(b"x{a-b=\"1\"} 1", "\"a-b\" is no label name")]
    #[case(b"x{a=\"1\",a=\"2\"} 1", "the label a stands there twice")]
    #[case(b"x{a=1} 1", "the value of a is not quoted")]
    #[case(b"x{a=\"1} 1", "a closing quote is missing")]
    #[case(b"x{a=\"\\t\"} 1", "\\t is no escape")]
    #[case(b"x{a=\"1\" b=\"2\"} 1", "a , or } is missing behind the label a")]
    #[case(b"x{a=\"1\",", "a } is missing behind the labels")]
    #[case(b"x{a=\"\xff\"} 1", "this is no UTF-8")]
    fn what_is_wrong_is_named_with_its_line(#[case] line: &[u8], #[case] reason: &str) {
        let text = [b"# HELP x one\n# TYPE x gauge\n\ny 1\n", line, b"\n# EOF\n"].concat();
        let errors = read(&text).unwrap_err();
        assert!(errors.len() == 1 && errors[0].starts_with(&format!("line 5: {reason}")), "{errors:?}");
    }

    proptest::proptest! {
        /// Whatever is exposed is read back as it was.
        #[test]
        fn what_is_written_is_read(value in "[^\r]{0,20}", number in proptest::num::f64::ANY) {
            let labels: Labels = [("a", value.as_str())].into_iter().collect();
            let sample = |number| [(labels.clone(), number)].to_vec();
            let family = super::super::Family { name: "x".into(), help: String::new(), points: sample(number) };
            let text = super::super::exposition(&[family]);
            let expected = format!("x{labels} {number} 0");
            proptest::prop_assert_eq!(read(text.as_bytes()).unwrap(), [expected]);
        }

        /// Whatever arrives is read or refused; nothing panics.
        #[test]
        fn any_bytes_are_read_or_refused(text in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            let _ = read(&text);
        }
    }
}
