//! Texts of others in a Markdown file: they stay texts, whatever they say. Pure.

use serde_json::Value;

/// The text in one line, without what Markdown or HTML would read as markup, and without characters that turn the
/// direction of what follows.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    // At the beginning of an item these would begin a heading, a quotation or another list.
    let lead = text.trim_start();
    let begins = lead.starts_with(['#', '>', '+']) || lead.starts_with("- ");
    let first = (text.len() - lead.len(), begins);
    for (at, c) in text.char_indices() {
        match c {
            _ if first == (at, true) => out.extend(['\\', c]),
            '\\' | '`' | '[' | ']' | '|' | '*' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() || ['\u{2028}', '\u{2029}'].contains(&c) => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Every text of a model, escaped; those of a key `sql` are kept for a fenced block, which nothing of them ends.
pub(super) fn escape_all(model: &mut Value) {
    match model {
        Value::String(text) => *text = escaped(text),
        Value::Array(items) => items.iter_mut().for_each(escape_all),
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(sql) if key == "sql" => *sql = fenced(sql),
                    // The review's own first line is no text of others.
                    _ if key == "front" => {}
                    _ => escape_all(value),
                }
            }
        }
        _ => {}
    }
}

fn fenced(sql: &str) -> String {
    let lines = sql.lines().map(|line| line.replace("```", "` ` `").replace("<!--", "<! --"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Алмаз: 40.0 % (SuccessLow)", "Алмаз: 40.0 % (SuccessLow)")]
    #[case("<script>alert(1)</script> -->", "&lt;script>alert(1)&lt;/script> -->")]
    #[case("a|b [x](y) `c` *d* \\", "a\\|b \\[x\\](y) \\`c\\` \\*d\\* \\\\")]
    #[case("a\r\n<!-- /tillwatch -->", "a  &lt;!-- /tillwatch -->")]
    #[case("# a", "\\# a")]
    #[case(" - [ ] a", " \\- \\[ \\] a")]
    #[case("> a # b - c", "\\> a # b - c")]
    #[case("שלום \u{202e}evil\u{202c}", "שלום evil")]
    fn texts_stay_texts(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(escaped(text), expected);
    }

    #[test]
    fn statements_are_kept_as_they_are_and_end_no_fence() {
        let mut model =
            serde_json::json!({ "front": "<!-- a -->", "all": [{ "sql": "SELECT a<b\n```", "x": "<" }] });
        escape_all(&mut model);
        let expected = serde_json::json!({ "front": "<!-- a -->", "all": [{ "sql": "SELECT a<b\n` ` `", "x": "&lt;" }] });
        assert_eq!(model, expected);
    }
}
