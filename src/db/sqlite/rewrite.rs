//! What standard SQL says and `SQLite` does not read, rewritten before it is prepared:
//!
//! - `f(p) WITHIN GROUP (ORDER BY x [ASC|DESC])` becomes `f(x, p)`, or `f(x, 1.0 - (p))` for DESC;
//! - `'now'` as an argument of a date function, and `CURRENT_TIMESTAMP`, `CURRENT_DATE` and `CURRENT_TIME`, become `:now`
//!   as `SQLite` writes it, so that `--now` is honoured.
//!
//! A tokeniser minds strings, quoted names, comments and nesting; everything else passes through to the letter.

/// The parameter that `'now'` becomes. Its value is UTC text, whatever the source's own timestamps are.
pub(super) const NOW: &str = "tillwatch_now";

const CLOCK: [&str; 7] = ["date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Blank,
    Word,
    String,
    Other,
}

#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    kind: Kind,
    text: &'a str,
}

impl Token<'_> {
    fn is(self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }

    fn symbol(self, symbol: &str) -> bool {
        self.kind == Kind::Other && self.text == symbol
    }
}

/// The text that `SQLite` can prepare.
pub(super) fn rewrite(sql: &str) -> String {
    let tokens = tokens(sql);
    let mut out = Vec::new();
    sequence(&tokens, false, &mut out);
    out.concat()
}

/// Rewrites tokens that lie at one level of nesting, parenthesised parts by recursion.
fn sequence(tokens: &[Token<'_>], clock: bool, out: &mut Vec<String>) {
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        if token.symbol("(") {
            let close = closing(tokens, at);
            let name = called(&tokens[..at]);
            let inner = &tokens[at + 1..close];
            if let Some((end, order)) = within_group(tokens, close).filter(|_| name.is_some()) {
                out.push(format!("({})", swapped(order, inner)));
                at = end + 1;
                continue;
            }
            out.push("(".into());
            sequence(
                inner,
                name.is_some_and(|name| CLOCK.iter().any(|clock| name.eq_ignore_ascii_case(clock))),
                out,
            );
            if close < tokens.len() {
                out.push(")".into());
            }
            at = close + 1;
            continue;
        }
        out.push(replacement(token, clock).unwrap_or_else(|| token.text.to_owned()));
        at += 1;
    }
}

fn replacement(token: Token<'_>, clock: bool) -> Option<String> {
    if clock && token.kind == Kind::String && token.text.eq_ignore_ascii_case("'now'") {
        return Some(format!(":{NOW}"));
    }
    [("CURRENT_TIMESTAMP", "datetime"), ("CURRENT_DATE", "date"), ("CURRENT_TIME", "time")]
        .into_iter()
        .find(|(word, _)| token.is(word))
        .map(|(_, function)| format!("{function}(:{NOW})"))
}

/// `(p)` and `ORDER BY x [ASC|DESC]` as the arguments `x, p`.
fn swapped(order: &[Token<'_>], fraction: &[Token<'_>]) -> String {
    let trimmed: Vec<Token<'_>> = order.to_vec();
    let last = trimmed.iter().rposition(|token| token.kind != Kind::Blank);
    let (body, descending) = match last {
        Some(last) if trimmed[last].is("desc") => (&trimmed[..last], true),
        Some(last) if trimmed[last].is("asc") => (&trimmed[..last], false),
        _ => (&trimmed[..], false),
    };
    let part = |tokens: &[Token<'_>]| {
        let mut out = Vec::new();
        sequence(tokens, false, &mut out);
        out.concat().trim().to_owned()
    };
    let (value, fraction) = (part(body), part(fraction));
    if descending { format!("{value}, 1.0 - ({fraction})") } else { format!("{value}, {fraction}") }
}

/// Behind a call's closing parenthesis: the end of `WITHIN GROUP (ORDER BY …)` and what it orders by.
fn within_group<'t, 'a>(tokens: &'t [Token<'a>], close: usize) -> Option<(usize, &'t [Token<'a>])> {
    let within = solid(tokens, close + 1).filter(|&at| tokens[at].is("within"))?;
    let group = solid(tokens, within + 1).filter(|&at| tokens[at].is("group"))?;
    let open = solid(tokens, group + 1).filter(|&at| tokens[at].symbol("("))?;
    let order = solid(tokens, open + 1).filter(|&at| tokens[at].is("order"))?;
    let by = solid(tokens, order + 1).filter(|&at| tokens[at].is("by"))?;
    let end = closing(tokens, open);
    (end < tokens.len()).then(|| (end, &tokens[by + 1..end]))
}

/// The name right before an opening parenthesis.
fn called<'a>(before: &[Token<'a>]) -> Option<&'a str> {
    let last = before.iter().rfind(|token| token.kind != Kind::Blank)?;
    (last.kind == Kind::Word).then_some(last.text)
}

/// The next token that is no blank.
fn solid(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    (from..tokens.len()).find(|&at| tokens[at].kind != Kind::Blank)
}

/// Where the parenthesis that opens at `open` closes; the length if it never does.
fn closing(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.symbol("(") {
            depth += 1;
        } else if token.symbol(")") {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len()
}

fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '\'' => (Kind::String, quoted(rest, "'")),
            '"' => (Kind::Other, quoted(rest, "\"")),
            '`' => (Kind::Other, quoted(rest, "`")),
            '[' => (Kind::Other, rest.find(']').map_or(rest.len(), |end| end + 1)),
            '-' if rest.starts_with("--") => (Kind::Blank, rest.find('\n').map_or(rest.len(), |end| end + 1)),
            '/' if rest.starts_with("/*") => {
                (Kind::Blank, rest[2..].find("*/").map_or(rest.len(), |end| end + 4))
            }
            c if c.is_whitespace() => (Kind::Blank, run(rest, char::is_whitespace)),
            c if c.is_alphanumeric() || c == '_' => {
                (Kind::Word, run(rest, |c| c.is_alphanumeric() || c == '_' || c == '$'))
            }
            other => (Kind::Other, other.len_utf8()),
        };
        tokens.push(Token { kind, text: &rest[..length] });
        rest = &rest[length..];
    }
    tokens
}

fn run(text: &str, keep: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !keep(c)).unwrap_or(text.len())
}

/// The length of a quoted token; a doubled quote stands for itself.
fn quoted(text: &str, quote: &str) -> usize {
    let mut end = 1;
    while let Some(found) = text[end..].find(quote) {
        end += found + 1;
        if !text[end..].starts_with(quote) {
            return end;
        }
        end += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(
        "SELECT PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY ms) FROM t",
        "SELECT PERCENTILE_CONT(ms, 0.95) FROM t"
    )]
    #[case(
        "percentile_disc ( 0.5 ) within  group(order by f(x, ')') desc)",
        "percentile_disc (f(x, ')'), 1.0 - (0.5))"
    )]
    #[case("p(0.5) WITHIN GROUP (ORDER BY x) FILTER (WHERE y)", "p(x, 0.5) FILTER (WHERE y)")]
    #[case("p(0.5) /* why */ WITHIN GROUP (ORDER BY x ASC)", "p(x, 0.5)")]
    #[case("'p(1) WITHIN GROUP (ORDER BY x)'", "'p(1) WITHIN GROUP (ORDER BY x)'")]
    #[case("-- p(1) WITHIN GROUP (ORDER BY x)\nx", "-- p(1) WITHIN GROUP (ORDER BY x)\nx")]
    #[case("\"WITHIN\" [GROUP (] `(`", "\"WITHIN\" [GROUP (] `(`")]
    #[case("datetime('now', '-1 hour')", "datetime(:tillwatch_now, '-1 hour')")]
    #[case("strftime('%H', 'now')", "strftime('%H', :tillwatch_now)")]
    #[case("x = 'now'", "x = 'now'")]
    #[case("upper('now')", "upper('now')")]
    #[case("datetime(coalesce(a, 'now'))", "datetime(coalesce(a, 'now'))")]
    #[case("current_timestamp", "datetime(:tillwatch_now)")]
    #[case("'it''s' (", "'it''s' (")]
    #[case("p(0.5) WITHIN GROUP (ORDER BY x", "p(0.5) WITHIN GROUP (ORDER BY x")]
    fn rewrites(#[case] from: &str, #[case] to: &str) {
        assert_eq!(rewrite(from), to);
    }

    proptest::proptest! {
        /// A text with nothing to rewrite passes through to the letter, however broken it is.
        #[test]
        fn anything_else_passes_through(text in "[a-m '\"`\\[\\]()/*\\-;,é\n]{0,60}") {
            proptest::prop_assert_eq!(rewrite(&text), text);
        }
    }
}
