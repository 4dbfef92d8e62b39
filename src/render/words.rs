//! Names and sentences where they are read: on a terminal, in a shell, where there is room for a few.

/// So many of several names are written out.
pub(crate) const NAMED: usize = 3;

/// The text with control characters escaped, line breaks kept; so are those that turn the direction of what follows.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let (plain, escaped) = if (c.is_control() && c != '\n') || turns(c) {
                (None, Some(c.escape_unicode()))
            } else {
                (Some(c), None)
            };
            plain.into_iter().chain(escaped.into_iter().flatten())
        })
        .collect()
}

/// Unicode's embeddings, overrides and isolates of direction: a name with one would rearrange the line around it.
const fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A name as a shell reads it back.
pub(crate) fn shell_word(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "_-.:".contains(c);
    if !name.is_empty() && name.chars().all(is_plain) {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', r"'\''"))
    }
}

/// The first names, and how many more there are: `a, b, c and 997 more`.
pub(crate) fn few(names: impl IntoIterator<Item = impl Into<String>>) -> String {
    let mut names = names.into_iter();
    let first: Vec<String> = names.by_ref().take(NAMED).map(Into::into).collect();
    match names.count() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

/// At most so many characters, cut between words where it can be, with a sign that something is missing.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    // Of a long word a part is better than nothing.
    let whole = kept.rfind(' ').map(|end| &kept[..end]).filter(|whole| 2 * whole.chars().count() >= most);
    let whole = whole.unwrap_or(&kept);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("a\u{1b}[31mb\nc", "a\\u{1b}[31mb\nc")]
    #[case("שלום \u{202e}a", "שלום \\u{202e}a")]
    fn what_would_move_the_cursor_or_the_line_is_made_visible(#[case] text: &str, #[case] shown: &str) {
        assert_eq!(printable(text), shown);
    }

    #[rstest::rstest]
    #[case("Магазин-1", "Магазин-1")]
    #[case("", "''")]
    #[case("the till's $(down)", r"'the till'\''s $(down)'")]
    fn a_shell_reads_a_name_back(#[case] name: &str, #[case] word: &str) {
        assert_eq!(shell_word(name), word);
    }

    #[test]
    fn three_are_named_and_the_others_counted() {
        let names = |count: usize| few((1..=count).map(|number| number.to_string()));
        assert_eq!((names(1), names(3)), ("1".into(), "1, 2, 3".into()));
        assert_eq!((names(4), names(1000)), ("1, 2, 3 and 1 more".into(), "1, 2, 3 and 997 more".into()));
    }

    #[rstest::rstest]
    #[case("один два", 8, "один два")]
    #[case("один, два", 8, "один…")]
    #[case("одиннадцать", 5, "один…")]
    #[case("a одиннадцать", 7, "a один…")]
    fn a_sentence_is_cut_between_words_and_a_long_word_within(
        #[case] text: &str,
        #[case] most: usize,
        #[case] kept: &str,
    ) {
        assert_eq!(shortened(text, most), kept);
    }
}
