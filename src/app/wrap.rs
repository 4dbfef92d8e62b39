//! Breaks long lines of text for a terminal, so that what stands in a column stays in it.

/// The text with every line broken at blanks to be at most `width` characters wide, where it has blanks. What follows
/// stands below the line's second column, which two blanks or more set apart.
pub(super) fn wrapped(text: &str, width: usize) -> String {
    text.lines().map(|line| broken(line, width)).collect::<Vec<_>>().join("\n")
}

fn broken(line: &str, width: usize) -> String {
    let indent = second_column(line).min(width / 2);
    let (head, rest) = line.split_at(line.char_indices().nth(indent).map_or(line.len(), |(at, _)| at));
    let (mut all, mut used) = (head.to_owned(), indent);
    for word in rest.split_inclusive(' ') {
        let length = word.trim_end().chars().count();
        if used + length > width && used > indent {
            all.truncate(all.trim_end().len());
            all.push('\n');
            all.extend(std::iter::repeat_n(' ', indent));
            used = indent;
        }
        all.push_str(word);
        used += word.chars().count();
    }
    all
}

/// Where the second column of a line begins, in characters; 0 if it has one only.
fn second_column(line: &str) -> usize {
    let lead = line.len() - line.trim_start().len();
    let Some(gap) = line[lead..].find("  ") else { return 0 };
    let rest = line[lead + gap..].trim_start();
    line.chars().count() - rest.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::short("next  it is", "next  it is")]
    #[case::below_its_column("next  one two three", "next  one two\n      three")]
    #[case::one_column("one two three four", "one two three\nfour")]
    #[case::after_a_lead("  12  Ж три четыре", "  12  Ж три\n      четыре")]
    #[case::a_long_word("a  bbbbbbbbbbbbbbbbbbbb c", "a  bbbbbbbbbbbbbbbbbbbb\n   c")]
    #[case::lines("a\n\nb", "a\n\nb")]
    fn a_long_line_goes_on_below_its_second_column(#[case] line: &str, #[case] expected: &str) {
        assert_eq!(wrapped(line, 14), expected);
    }
}
