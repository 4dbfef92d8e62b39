//! The Markdown of reviews as HTML: `CommonMark` with tables and boxes. Nothing that a review says becomes markup of its own:
//! HTML stays text, links lead to pages alone, pictures are their words. Pure.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::lines::without_comments;

/// The text as HTML. Comments are left out.
pub(super) fn html(text: &str) -> String {
    let mut events = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS).peekable();
    let (mut in_comment, mut in_link) = (false, false);
    let mut kept = Vec::new();
    while let Some(event) = events.next() {
        kept.push(match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                Event::Text(plain(&without_comments(&html, &mut in_comment)).into())
            }
            Event::Text(text) => Event::Text(plain(&text).into()),
            Event::Code(code) => Event::Code(plain(&code).into()),
            // `**Date**: …` begins a line of its own, as it is written.
            Event::SoftBreak if matches!(events.peek(), Some(Event::Start(Tag::Strong))) => Event::HardBreak,
            Event::TaskListMarker(done) => Event::InlineHtml(sign(done).into()),
            Event::Start(Tag::Link { ref dest_url, .. }) if is_page(dest_url) => {
                in_link = true;
                event
            }
            Event::End(TagEnd::Link) if std::mem::take(&mut in_link) => event,
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::End(TagEnd::Link | TagEnd::Image) => {
                continue;
            }
            event => event,
        });
    }
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, kept.into_iter());
    out
}

/// A box, which is read as well as seen.
const fn sign(done: bool) -> &'static str {
    if done {
        "<span role=\"img\" aria-label=\"done\">☑</span> "
    } else {
        "<span role=\"img\" aria-label=\"open\">☐</span> "
    }
}

/// Whether an address leads to a page, and runs nothing.
fn is_page(target: &str) -> bool {
    target.starts_with("https://") || target.starts_with("http://") || !target.contains(':')
}

/// The text without characters that turn the direction of what follows.
fn plain(text: &str) -> String {
    text.replace(|c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_a_page() {
        let text = "<!-- a\nb -->\n# A & B\n\n**Severity**: P1\n**Who**: x\ny\n\n- [ ] `a` <b>\n- [x] [r](x.md)\n\n1. one\n\n\
            | h | i |\n|---|:-:|\n| 1 | 2 |\n\n```sql\nSELECT a<b\n```\nend";
        insta::assert_snapshot!(html(text));
    }

    #[rstest::rstest]
    #[case("a <script>x</script>", "a &lt;script&gt;x&lt;/script&gt;")]
    #[case("a <!-- b --> c", "a  c")]
    #[case("&lt;b> \\[x\\] \\| a&b", "&lt;b&gt; [x] | a&amp;b")]
    #[case(
        "[a](javascript:x) <javascript:y> [b](https://x/?a=\"1\")",
        "a javascript:y <a href=\"https://x/?a=%221%22\">b</a>"
    )]
    #[case("[a](java&Tab;script:x) [b](data:text/html,x) [c][d]\n\n[d]: vbscript:x", "a b c")]
    #[case("![**a**](https://x/y.png) [![b](z)](c)", "<strong>a</strong> <a href=\"c\">b</a>")]
    #[case("`<i>` `open \u{202e}x", "<code>&lt;i&gt;</code> `open x")]
    fn a_line_has_no_markup_but_ours(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(html(text), format!("<p>{expected}</p>\n"));
    }

    #[rstest::rstest]
    #[case("<script>\nalert(1)\n</script>\n\na", "&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n<p>a</p>\n")]
    #[case("<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;")]
    fn a_block_of_html_is_text(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(html(text), expected);
    }

    proptest::proptest! {
        /// Whatever a review says, every tag of the page is one of ours, and each that is opened is closed.
        #[test]
        fn any_text_is_a_page_of_our_tags(text in "([<>&\"'`*!\\[\\]()|\\\\#\n -]|a|href=|script|я|- |<!--|-->|[0-9]\\. |```\n){0,40}") {
            let page = html(&text);
            let tags: Vec<&str> = page.match_indices('<').filter_map(|(at, _)| page[at + 1..].split(['>', ' ']).next()).collect();
            let known = [
                "ul", "ol", "li", "p", "br", "hr", "pre", "code", "a", "em", "strong", "blockquote", "table", "thead", "tbody",
                "tr", "td", "th", "span", "h1", "h2", "h3", "h4", "h5", "h6",
            ];
            for tag in &tags {
                proptest::prop_assert!(known.contains(&tag.trim_start_matches('/')), "{tag} in {page}");
            }
            for name in known.iter().filter(|name| !["br", "hr"].contains(name)) {
                let opened = tags.iter().filter(|tag| tag == &name).count();
                let closed = tags.iter().filter(|tag| tag.strip_prefix('/') == Some(name)).count();
                proptest::prop_assert_eq!(opened, closed, "{} in {}", name, page);
            }
        }
    }
}
