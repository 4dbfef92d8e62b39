//! The Markdown of reviews as HTML: headings, lists with boxes, paragraphs, fenced code, tables, bold, code, links. What
//! it does not know stays text; nothing that a review says becomes markup of its own. Pure.

use std::fmt::Write as _;

use crate::render;

/// The text as HTML. Comments are left out.
pub(super) fn html(text: &str) -> String {
    let mut page = Page::default();
    for line in super::lines::lines(text) {
        if line.code { page.code(&line.text) } else { page.line(line.text.trim_end()) }
    }
    page.close();
    page.out
}

/// What is open while lines are read.
#[derive(Default)]
struct Page {
    out: String,
    /// `ul`, `ol`, `p`, `table` or `pre`.
    open: Option<&'static str>,
}

impl Page {
    fn line(&mut self, line: &str) {
        let bare = line.trim_start();
        let level = bare.len() - bare.trim_start_matches('#').len();
        if bare.is_empty() {
            self.close();
        } else if (1..=6).contains(&level) && bare[level..].starts_with(' ') {
            self.close();
            let _ = writeln!(self.out, "<h{level}>{}</h{level}>", inline(bare[level..].trim()));
        } else if bare.starts_with('|') {
            self.row(bare);
        } else if let Some((list, item)) = item(bare) {
            self.enter(list);
            let _ = writeln!(self.out, "<li>{}</li>", boxed(item));
        } else {
            let lead = if self.open == Some("p") { "<br>" } else { "" };
            self.enter("p");
            let _ = writeln!(self.out, "{lead}{}", inline(bare));
        }
    }

    fn code(&mut self, line: &str) {
        match (line.trim_start().starts_with("```"), self.open == Some("pre")) {
            (true, true) => self.close(),
            (true, false) => self.enter("pre"),
            (false, _) => {
                let _ = writeln!(self.out, "{}", plain(line));
            }
        }
    }

    fn row(&mut self, line: &str) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| "-:".contains(c))) {
            return;
        }
        let kind = if self.open == Some("table") { "td" } else { "th" };
        self.enter("table");
        let cells = cells.iter().map(|cell| format!("<{kind}>{}</{kind}>", inline(cell)));
        let _ = writeln!(self.out, "<tr>{}</tr>", cells.collect::<String>());
    }

    fn enter(&mut self, tag: &'static str) {
        if self.open != Some(tag) {
            self.close();
            let _ = writeln!(self.out, "<{tag}>");
            self.open = Some(tag);
        }
    }

    fn close(&mut self) {
        if let Some(tag) = self.open.take() {
            let _ = writeln!(self.out, "</{tag}>");
        }
    }
}

/// An item of a list, and of which kind.
fn item(line: &str) -> Option<(&'static str, &str)> {
    let dashed = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark));
    let numbered = || {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < line.len())
            .then(|| rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")))
            .flatten()
    };
    dashed.map(|item| ("ul", item)).or_else(|| numbered().map(|item| ("ol", item)))
}

/// An item with the sign of its box, which is read as well as seen.
fn boxed(item: &str) -> String {
    let sign = |mark: &str| match mark {
        "[ ] " => Some("<span role=\"img\" aria-label=\"open\">☐</span> "),
        "[x] " | "[X] " => Some("<span role=\"img\" aria-label=\"done\">☑</span> "),
        _ => None,
    };
    match item.get(..4).and_then(sign) {
        Some(sign) => format!("{sign}{}", inline(&item[4..])),
        None => inline(item),
    }
}

/// One line's text: bold, code and links; a backslash makes a sign a sign.
fn inline(text: &str) -> String {
    let (mut out, mut rest, mut bold) = (String::new(), text, false);
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        let code = (first == '`').then(|| after.split_once('`')).flatten();
        let link = (first == '[').then(|| link(after)).flatten();
        rest = match (first, code, link) {
            (_, Some((code, tail)), _) => {
                let _ = write!(out, "<code>{}</code>", plain(code));
                tail
            }
            (.., Some((text, target, tail))) => {
                let _ = write!(out, "<a href=\"{}\">{}</a>", plain(target), plain(&unescaped(text)));
                tail
            }
            ('\\', ..) if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.push_str(&plain(&after[..1]));
                &after[1..]
            }
            ('*', ..) if after.starts_with('*') && (bold || after[1..].contains("**")) => {
                out.push_str(if bold { "</strong>" } else { "<strong>" });
                bold = !bold;
                &after[1..]
            }
            ('&', ..) if ["lt;", "amp;"].iter().any(|name| after.starts_with(name)) => {
                out.push('&');
                after
            }
            _ => {
                out.push_str(&plain(&rest[..first.len_utf8()]));
                after
            }
        };
    }
    // Whatever writing direction a line has, it has it for itself.
    if bold { out + "</strong>" } else { out }
}

/// `text](target)` behind an opening bracket; only addresses that lead to pages are links.
fn link(after: &str) -> Option<(&str, &str, &str)> {
    let (text, rest) = after.split_once("](")?;
    let (target, tail) = rest.split_once(')')?;
    let is_page = target.starts_with("https://") || target.starts_with("http://") || !target.contains(':');
    (is_page && !text.contains('[')).then_some((text, target, tail))
}

fn unescaped(text: &str) -> String {
    text.replace('\\', "").replace("&lt;", "<").replace("&amp;", "&")
}

/// The text as HTML takes it, without characters that turn the direction of what follows.
fn plain(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    render::escaped(&text.replace(turns, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_a_page() {
        let text = "<!-- a -->\n# A & B\n\n**Severity**: P1\n**Who**: x\n\n- [ ] `a` <b>\n- [x] [r](x.md)\n1. one\n\n\
            | h | i |\n|---|:-:|\n| 1 | 2 |\n```sql\nSELECT a<b\n```\nend";
        insta::assert_snapshot!(html(text));
    }

    #[rstest::rstest]
    #[case("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;")]
    #[case("&lt;b> \\[x\\] \\| a&b", "&lt;b&gt; [x] | a&amp;b")]
    #[case(
        "[a](javascript:x) [b](https://x/?a=\"1\")",
        "[a](javascript:x) <a href=\"https://x/?a=&quot;1&quot;\">b</a>"
    )]
    #[case("**a** ** b", "<strong>a</strong> ** b")]
    #[case("`<i>` `open", "<code>&lt;i&gt;</code> `open")]
    fn a_line_has_no_markup_but_ours(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(inline(text), expected);
    }

    proptest::proptest! {
        /// Whatever a review says, every tag of the page is one of ours, and each that is opened is closed.
        #[test]
        fn any_text_is_a_page_of_our_tags(text in "([<>&\"'`*\\[\\]()|\\\\#\n -]|a|href=|script|я|- |[0-9]\\. |```\n){0,40}") {
            let page = html(&text);
            let tags: Vec<&str> = page.match_indices('<').filter_map(|(at, _)| page[at + 1..].split(['>', ' ']).next()).collect();
            let known = ["ul", "ol", "li", "p", "br", "pre", "code", "a", "strong", "table", "tr", "td", "th", "span"];
            for tag in &tags {
                let name = tag.trim_start_matches('/');
                proptest::prop_assert!(known.contains(&name) || name.starts_with('h'), "{tag} in {page}");
            }
            for name in known.iter().filter(|name| **name != "br") {
                let opened = tags.iter().filter(|tag| tag == &name).count();
                let closed = tags.iter().filter(|tag| tag.strip_prefix('/') == Some(name)).count();
                proptest::prop_assert_eq!(opened, closed, "{} in {}", name, page);
            }
        }
    }
}
