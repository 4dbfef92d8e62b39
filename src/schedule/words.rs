//! Command lines as words, and words as command lines: for jobs, crontabs and units.

/// Splits as a shell does: blanks separate, `'…'`, `"…"` and `\` keep them. Nothing else is special.
///
/// `None` where a quote stays open or a control character stands.
pub(crate) fn split(line: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    let mut chars = line.chars();
    while let Some(char) = chars.next() {
        match (char, quote) {
            (char, _) if char.is_control() && char != '\t' => return None,
            (char, Some(open)) if char == open => quote = None,
            ('\'' | '"', None) => {
                quote = Some(char);
                word.get_or_insert_default();
            }
            ('\\', None | Some('"')) => word.get_or_insert_default().push(chars.next()?),
            (' ' | '\t', None) => words.extend(word.take()),
            (char, _) => word.get_or_insert_default().push(char),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

/// A word for a crontab's shell, where `%` ends the command unless it is escaped.
pub(super) fn for_crontab(word: &str) -> String {
    let plain = |char: char| char.is_ascii_alphanumeric() || "_./:=@%+,-".contains(char);
    let quoted = if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    };
    quoted.replace('%', r"\%")
}

/// A word for `ExecStart=`, by systemd.service(5): a dollar sign there begins a variable.
pub(super) fn for_systemd(word: &str) -> String {
    for_systemd_list(&word.replace('$', "$$"))
}

/// A word for a list of paths, by systemd.syntax(7).
pub(super) fn for_systemd_list(word: &str) -> String {
    let escaped = word.replace('%', "%%");
    let plain = |char: char| !char.is_whitespace() && !"\"'\\;".contains(char);
    if !word.is_empty() && word.chars().all(plain) {
        return escaped;
    }
    format!("\"{}\"", escaped.replace('\\', r"\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("report  daily --send", &["report", "daily", "--send"])]
    #[case(r#"query --sql "select 'a b'""#, &["query", "--sql", "select 'a b'"])]
    #[case(r"probe a\ b ''", &["probe", "a b", ""])]
    #[case("", &[])]
    fn splits(#[case] line: &str, #[case] words: &[&str]) {
        assert_eq!(split(line).unwrap(), words);
    }

    #[rstest::rstest]
    #[case("probe 'a")]
    #[case("probe \\")]
    #[case("probe\nrm")]
    fn refuses(#[case] line: &str) {
        assert_eq!(split(line), None);
    }

    #[test]
    fn escapes_what_each_reader_takes_for_its_own() {
        assert_eq!(for_crontab("100%"), r"100\%");
        assert_eq!(for_crontab("it's"), r"'it'\''s'");
        assert_eq!(for_systemd("/srv/a b/100%/$x"), "\"/srv/a b/100%%/$$x\"");
        assert_eq!(for_systemd(r"C:\"), r#""C:\\""#);
    }

    proptest::proptest! {
        #[test]
        fn what_a_shell_would_read_comes_back(words in proptest::collection::vec("[a-z '\"\\\\$%é]{0,6}", 0..4)) {
            let line: Vec<_> = words.iter().map(|word| for_crontab(word).replace(r"\%", "%")).collect();
            assert_eq!(split(&line.join(" ")).unwrap(), words);
        }
    }
}
