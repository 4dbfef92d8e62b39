//! The common forms of Go templates in Prometheus' rule files, as Tera: `{{ $labels.x }}`, `{{ $value | humanize }}`,
//! `{{ printf "%.2f" $value }}`. Anything else is left alone and said.

use std::sync::LazyLock;

use regex::{Captures, Regex};

static ACTION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s)\{\{(-?)\s*(.*?)\s*(-?)\}\}").expect("a fixed pattern"));

/// What no Tera expression between `{{` and `}}` has.
static IS_GO: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?s)\{\{-?\s*(?:[^}]*\$[a-zA-Z]|\.(?:Labels|Value|ExternalLabels)\b|(?:if|else|end|with|range|template|define|query|printf|humanize\w*)\b)";
    Regex::new(pattern).expect("a fixed pattern")
});

/// One word of an action: a string, a variable, a function's name.
static WORD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#""(?:[^"\\]|\\.)*"|`[^`]*`|\||[^\s|"`]+"#).expect("a fixed pattern"));

/// The text as a Tera template; one that is a Tera template already comes back as it is.
///
/// The error is the first action that is not understood.
pub(super) fn translate(text: &str) -> Result<String, String> {
    if !IS_GO.is_match(text) {
        return Ok(text.to_owned());
    }
    let mut strange = None;
    let translated = ACTION.replace_all(text, |found: &Captures<'_>| {
        expression(&found[2]).map_or_else(
            || {
                strange.get_or_insert_with(|| found[0].to_owned());
                String::new()
            },
            |tera| format!("{{{{{} {tera} {}}}}}", &found[1], &found[3]),
        )
    });
    match strange {
        Some(action) => Err(action),
        None => Ok(translated.into_owned()),
    }
}

/// Whether a text is a Tera template, or can be made one.
pub(crate) fn is_understood(text: &str) -> bool {
    translate(text).is_ok()
}

/// A pipeline: a value, then functions that each take what is before them.
fn expression(action: &str) -> Option<String> {
    let words: Vec<&str> = WORD.find_iter(action).map(|word| word.as_str()).collect();
    let mut stages = words.split(|word| *word == "|");
    let mut tera = match stages.next()? {
        [value] => operand(value)?,
        [function, value] => format!("{} | {}", operand(value)?, filter(&[function])?),
        [function, format, value] => format!("{} | {}", operand(value)?, filter(&[function, format])?),
        _ => return None,
    };
    for stage in stages {
        tera = format!("{tera} | {}", filter(stage)?);
    }
    Some(tera)
}

fn operand(word: &str) -> Option<String> {
    if ["$value", ".Value"].contains(&word) {
        return Some("value".into());
    }
    if word.starts_with(['"', '`']) {
        return Some(word.to_owned());
    }
    let name = word.strip_prefix("$labels.").or_else(|| word.strip_prefix(".Labels."))?;
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    // A label that is not there is empty, as in Prometheus.
    is_name.then(|| format!("labels.{name} | default(value=\"\")"))
}

fn filter(function: &[&str]) -> Option<String> {
    Some(match function {
        ["humanize"] => "humanize".into(),
        ["humanize1024"] => "humanize1024".into(),
        ["humanizePercentage"] => "humanize_percentage".into(),
        ["humanizeDuration"] => "humanize_duration".into(),
        ["toUpper"] => "upper".into(),
        ["toLower"] => "lower".into(),
        ["title"] => "title".into(),
        ["printf", format] if format.starts_with(['"', '`']) => format!("printf(format={format})"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("{{ $labels.job }} is down", "{{ labels.job | default(value=\"\") }} is down")]
    #[case("{{$value}}", "{{ value }}")]
    #[case("{{ $value | humanizePercentage }}", "{{ value | humanize_percentage }}")]
    #[case("{{- .Value | humanize -}}", "{{- value | humanize -}}")]
    #[case("{{ humanizeDuration $value }}", "{{ value | humanize_duration }}")]
    #[case(r#"{{ printf "%.2f" $value }}%"#, r#"{{ value | printf(format="%.2f") }}%"#)]
    #[case(r#"{{ $value | printf "%.1f" }}"#, r#"{{ value | printf(format="%.1f") }}"#)]
    #[case("{{ .Labels.a | toUpper }}", "{{ labels.a | default(value=\"\") | upper }}")]
    fn the_common_forms_become_tera(#[case] go: &str, #[case] tera: &str) {
        assert_eq!(translate(go).as_deref(), Ok(tera));
        assert_eq!(translate(tera).as_deref(), Ok(tera), "what is Tera stays as it is");
    }

    #[rstest::rstest]
    #[case("{{ labels.store_id }}: {{ value | round(precision=1) }} % of {{ total }}")]
    #[case("{% if value > 1 %}high{% endif %}")]
    #[case("costs $5, {{ store.name }}")]
    #[case("plain")]
    fn what_is_tera_stays_as_it_is(#[case] text: &str) {
        assert_eq!(translate(text).as_deref(), Ok(text));
    }

    #[rstest::rstest]
    #[case("{{ if $labels.a }}x{{ end }}", "{{ if $labels.a }}")]
    #[case("{{ range query \"up\" }}{{ . }}{{ end }}", "{{ range query \"up\" }}")]
    #[case("{{ $value }} {{ $externalLabels.cluster }}", "{{ $externalLabels.cluster }}")]
    #[case("{{ printf \"%s %s\" $labels.a $labels.b }}", "{{ printf \"%s %s\" $labels.a $labels.b }}")]
    fn what_is_not_understood_is_named(#[case] text: &str, #[case] action: &str) {
        assert_eq!(translate(text), Err(action.to_owned()));
    }
}
