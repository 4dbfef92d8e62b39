//! promtool's notation of a series and its values.

use crate::label::Labels;

/// So many values at most: a mistyped count must not eat the memory.
const MOST: usize = 1_000_000;

/// Splits `name{label="value", …}`; quotes and backslashes in values are escaped as in Prometheus.
pub(super) fn series(text: &str) -> Result<(String, Labels), String> {
    let wrong = || format!("{text:?} is no series: write it like app_memory_usage_mb{{store_id=\"1\"}}");
    let (name, rest) = text.trim().split_once('{').unwrap_or((text.trim(), "}"));
    let mut rest = rest.strip_suffix('}').ok_or_else(wrong)?.trim();
    let mut labels = Labels::default();
    while !rest.is_empty() {
        let (label, quoted) = rest.split_once('=').ok_or_else(wrong)?;
        let (value, after) = unquoted(quoted.trim_start()).ok_or_else(wrong)?;
        labels.set(label.trim(), value);
        rest = after.trim_start();
        rest = rest.strip_prefix(',').map_or(rest, str::trim_start);
    }
    if name.trim().is_empty() { Err(wrong()) } else { Ok((name.trim().to_owned(), labels)) }
}

/// The text between the quotes with which `text` begins, and what follows them.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.strip_prefix('"')?.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, &text[at + 2..])),
            '\\' => value.push(chars.next()?.1),
            c => value.push(c),
        }
    }
    None
}

/// Expands `a`, `_` (none), `axn` (n more of a), `a+bxn` and `a-bxn` (n more, each b further), parted by blanks.
pub(super) fn values(text: &str) -> Result<Vec<Option<f64>>, String> {
    let mut all = Vec::new();
    for word in text.split_whitespace() {
        let (run, times) = match word.rsplit_once('x') {
            Some((run, times)) => (run, times.parse::<usize>().map_err(|_| wrong(word))?),
            None => (word, 0),
        };
        if all.len() + times >= MOST {
            return Err(format!("{word:?} makes more than {MOST} values"));
        }
        if run == "_" {
            // Alone it is one gap, as `_x3` is three.
            all.extend(vec![None; times.max(1)]);
            continue;
        }
        let (first, step) = stepped(run).ok_or_else(|| wrong(word))?;
        #[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
        all.extend((0..=times).map(|index| Some(first + step * index as f64)));
    }
    Ok(all)
}

/// `a`, `a+b` or `a-b` as a and the step. A sign within an exponent parts nothing.
fn stepped(run: &str) -> Option<(f64, f64)> {
    if let Ok(value) = run.parse() {
        return finite(value).map(|value| (value, 0.0));
    }
    run.char_indices().skip(1).filter(|(_, c)| "+-".contains(*c)).find_map(|(at, _)| {
        let (first, step) = (run[..at].parse().ok()?, run[at..].parse().ok()?);
        Some((finite(first)?, finite(step)?))
    })
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

fn wrong(word: &str) -> String {
    format!("{word:?} is no value: write 1.5, _ for none, 1x3 for four ones, or 0+5x3 for 0 5 10 15")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("1 2.5 -3", &[Some(1.0), Some(2.5), Some(-3.0)])]
    #[case("-2+4x3", &[Some(-2.0), Some(2.0), Some(6.0), Some(10.0)])]
    #[case("1-2x2 _ 7x1", &[Some(1.0), Some(-1.0), Some(-3.0), None, Some(7.0), Some(7.0)])]
    #[case("_x2 1e+2", &[None, None, Some(100.0)])]
    #[case("1e2+1x1", &[Some(100.0), Some(101.0)])]
    fn values_expand_as_promtool_expands_them(#[case] text: &str, #[case] expanded: &[Option<f64>]) {
        assert_eq!(values(text).unwrap(), expanded);
    }

    #[rstest::rstest]
    #[case("stale")]
    #[case("1x")]
    #[case("NaN")]
    #[case("1x99999999999")]
    fn what_is_no_value_is_refused(#[case] text: &str) {
        assert!(values(text).unwrap_err().contains(text));
    }

    #[test]
    fn a_series_is_a_name_and_labels() {
        let (name, labels) = series(r#"up{job="a,b}", q="say \"hi\""}"#).unwrap();
        assert_eq!(
            (name.as_str(), labels.get("job"), labels.get("q")),
            ("up", Some("a,b}"), Some("say \"hi\""))
        );
        assert_eq!(series(" up ").unwrap().0, "up");
        for wrong in ["{a=\"b\"}", "up{a=b}", "up{a=\"b\"", "up{a}"] {
            assert!(series(wrong).unwrap_err().contains("is no series"), "{wrong}");
        }
    }
}
