//! Texts cut to what a receiver takes: between characters, never within one, and with a sign that something is missing.

/// At most `most` characters, each counted as the UTF-16 units that it takes, which is the strictest way of counting.
pub(super) fn cut(text: &str, most: usize) -> String {
    cut_by(text, most, "…", char::len_utf16)
}

/// At most the characters that can be had for `most`, at the price `cost` each; `sign` shows that some are missing.
pub(super) fn cut_by(text: &str, most: usize, sign: &str, cost: impl Fn(char) -> usize) -> String {
    let price = |text: &str| text.chars().map(&cost).sum::<usize>();
    if price(text) <= most {
        return text.to_owned();
    }
    let Some(mut left) = most.checked_sub(price(sign)) else { return String::new() };
    let fits = |character: &char| {
        let rest = left.checked_sub(cost(*character));
        left = rest.unwrap_or(0);
        rest.is_some()
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}{sign}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[rstest::rstest]
    #[case("короткий", 8, "короткий")]
    #[case("Касса не отвечает", 9, "Касса не…")]
    #[case("🔥🔥🔥", 6, "🔥🔥🔥")]
    #[case("🔥🔥🔥", 5, "🔥🔥…")]
    #[case("🔥🔥🔥", 4, "🔥…")]
    #[case("abc", 0, "")]
    fn is_cut_between_characters(#[case] text: &str, #[case] most: usize, #[case] kept: &str) {
        assert_eq!(cut(text, most), kept);
    }

    proptest! {
        #[test]
        fn never_longer_than_asked_and_always_a_beginning(text in ".{0,80}", most in 0_usize..60) {
            let kept = cut(&text, most);
            prop_assert!(kept.encode_utf16().count() <= most);
            prop_assert!(text.starts_with(kept.trim_end_matches('…')));
        }
    }
}
