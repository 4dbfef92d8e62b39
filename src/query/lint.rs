//! What is wrong or doubtful about a query before it ever runs. Reads no rows.

use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

use super::Query;
use crate::config::Problem;
use crate::db::Prepared;

/// Whether the statement selects by its window.
pub(crate) fn is_windowed(prepared: &Prepared) -> bool {
    prepared.parameters.iter().any(|name| name == "since" || name == "until")
}

/// A rule at `line` of `file` sets `over`, and its query would look at the same rows without it.
pub(crate) fn idle_window(file: &Path, line: usize, query: &Query, prepared: &Prepared) -> Option<Problem> {
    let takes_since = prepared.parameters.iter().any(|name| name == "since");
    let message = format!("`over` changes nothing: query {} does not use :since", query.name);
    let hint = "drop `over`, or let the query select by `>= :since AND … < :until`";
    (!takes_since).then(|| Problem::new(file, line, message).hint(hint))
}

/// A query of the catalogue is a metric, and it gives no number.
pub(crate) fn no_value(query: &Query, prepared: &Prepared) -> Option<Problem> {
    let has_value = prepared.columns.iter().any(|column| column == "value");
    (!has_value).then(|| query.problem(None, "no column is called value").hint("name the number: … AS value"))
}

/// Places where a count or sum is divided by another and nothing makes either a float: `9 / 10` is 0 in SQL.
///
/// A heuristic over tokens, so a warning rather than an error: a sum of a REAL column is a float that it cannot see.
pub(crate) fn integer_divisions(query: &Query) -> Vec<Problem> {
    let tokens = tokens(&query.sql);
    let slashes = (0..tokens.len()).filter(|&at| tokens[at].text == "/");
    let doubtful = slashes.filter(|&at| {
        let (left, right) = (operand_before(&tokens, at), operand_after(&tokens, at));
        let is_float = left.iter().chain(right).any(|token| token.makes_float());
        [left, right].iter().all(|side| side.iter().any(|token| token.is_aggregate())) && !is_float
    });
    doubtful
        .map(|at| {
            let message = "a count or sum is divided by another: on integers the fraction is lost";
            query
                .problem(Some(tokens[at].line), message)
                .hint("begin with 100.0 * … for a percentage, or 1.0 * …")
        })
        .collect()
}

#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    line: usize,
}

impl Token<'_> {
    fn is_one_of(self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }

    fn is_aggregate(self) -> bool {
        self.is_one_of(&["count", "sum"])
    }

    fn makes_float(self) -> bool {
        let is_number = self.text.starts_with(|c: char| c.is_ascii_digit() || c == '.');
        is_number && self.text.contains(['.', 'e', 'E'])
            || self.is_one_of(&[
                "real",
                "float",
                "double",
                "avg",
                "total",
                "median",
                "percentile_cont",
                "round",
            ])
    }
}

/// Words, numbers and symbols; comments, strings and quoted names are left out.
fn tokens(sql: &str) -> Vec<Token<'_>> {
    static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
        let quoted = r#"(?s:--[^\n]*|/\*.*?\*/|'[^']*'|"[^"]*"|`[^`]*`)"#;
        let number = r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+";
        Regex::new(&format!(r"{quoted}|(?<token>{number}|\w+|\S)")).expect("a constant pattern")
    });
    let found = TOKEN.captures_iter(sql).filter_map(|found| found.name("token"));
    found
        .map(|token| Token { text: token.as_str(), line: 1 + sql[..token.start()].matches('\n').count() })
        .collect()
}

/// The factors before a division, `a * b` in `x + a * b / c`.
fn operand_before<'t, 'a>(tokens: &'t [Token<'a>], slash: usize) -> &'t [Token<'a>] {
    let mut depth = 0_usize;
    let begins = tokens[..slash].iter().rposition(|token| {
        match token.text {
            ")" => depth += 1,
            "(" if depth > 0 => depth -= 1,
            _ => return depth == 0 && ends_operand(*token),
        }
        false
    });
    &tokens[begins.map_or(0, |at| at + 1)..slash]
}

/// The factor behind a division.
fn operand_after<'t, 'a>(tokens: &'t [Token<'a>], slash: usize) -> &'t [Token<'a>] {
    let mut depth = 0_usize;
    let ends = tokens[slash + 1..].iter().position(|token| {
        match token.text {
            "(" => depth += 1,
            ")" if depth > 0 => depth -= 1,
            _ => return depth == 0 && (ends_operand(*token) || ["*", "/", "%"].contains(&token.text)),
        }
        false
    });
    &tokens[slash + 1..ends.map_or(tokens.len(), |length| slash + 1 + length)]
}

/// What binds weaker than a multiplication, or encloses it.
fn ends_operand(token: Token<'_>) -> bool {
    const WORDS: [&str; 16] = [
        "select", "as", "when", "then", "else", "end", "and", "or", "not", "where", "having", "by", "on",
        "from", "between", "distinct",
    ];
    ["(", ")", ",", "+", "-", "<", ">", "=", "|", ";"].contains(&token.text) || token.is_one_of(&WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Catalogue;

    fn divisions(sql: &str) -> Vec<String> {
        let query = Query::parse("q", Path::new("queries/q.sql"), sql).unwrap();
        integer_divisions(&query).iter().map(ToString::to_string).collect()
    }

    #[rstest::rstest]
    #[case("SELECT SUM(ok) / COUNT(*) FROM t")]
    #[case("SELECT a, (SUM(ok)/COUNT(*)) * 100.0 FROM t")]
    #[case("SELECT 100 * COUNT(*) FILTER (WHERE ok) / COUNT(*) FROM t")]
    #[case("SELECT 0.5 + SUM(CASE WHEN ok THEN 1 ELSE 0 END) / NULLIF(COUNT(*), 0) FROM t")]
    #[case("SELECT 'a / 1.0', COUNT(a) / COUNT(b) -- / 2.0")]
    fn an_integer_ratio_is_linted(#[case] sql: &str) {
        assert_eq!(divisions(sql).len(), 1, "{sql}");
    }

    #[rstest::rstest]
    #[case("SELECT 100.0 * SUM(ok) / COUNT(*) FROM t")]
    #[case("SELECT (SUM(CASE WHEN ok THEN 1 ELSE 0 END) * 100.0 / COUNT(*)) FROM t")]
    #[case("SELECT CAST(SUM(ok) AS REAL) / COUNT(*) FROM t")]
    #[case("SELECT SUM(ok) / 60, AVG(x) / COUNT(*), 'SUM(a) / COUNT(b)' FROM t")]
    #[case("SELECT SUM(a) FROM t /* SUM(a) / COUNT(b) */")]
    fn a_ratio_of_floats_is_not(#[case] sql: &str) {
        assert_eq!(divisions(sql), [""; 0], "{sql}");
    }

    #[test]
    fn a_lint_names_the_line_of_the_file() {
        let found = divisions("-- unit: percent\n\nSELECT\n  SUM(ok) /\n  COUNT(*) AS value\nFROM t");
        assert!(found[0].starts_with("queries/q.sql:4: "), "{found:?}");
    }

    #[test]
    fn no_shipped_query_divides_integers() {
        let (catalogue, problems) = Catalogue::load(Path::new("no such folder"));
        assert_eq!(problems, []);
        for query in catalogue.iter() {
            assert_eq!(integer_divisions(query), [], "{}", query.name);
        }
    }

    fn prepared(parameters: &[&str], columns: &[&str]) -> Prepared {
        let [parameters, columns] =
            [parameters, columns].map(|names| names.iter().map(|name| (*name).to_owned()).collect());
        Prepared { sql: String::new(), parameters, columns }
    }

    #[test]
    fn a_query_of_the_catalogue_needs_a_value() {
        let query = Query::parse("q", Path::new("queries/q.sql"), "-- unit: ms\nSELECT 1 AS p95").unwrap();
        let found = no_value(&query, &prepared(&[], &["p95"])).unwrap().to_string();
        assert!(found.starts_with("queries/q.sql:2: no column is called value"), "{found}");
        assert_eq!(no_value(&query, &prepared(&[], &["p95", "value"])), None);
    }

    #[test]
    fn a_rule_with_over_needs_a_query_with_since() {
        let query = Query::parse("q", Path::new("queries/q.sql"), "SELECT 1 AS value").unwrap();
        let prepared = |parameters| prepared(parameters, &["value"]);
        let file = Path::new("rules/a.yaml");
        let found = idle_window(file, 7, &query, &prepared(&["now"])).unwrap().to_string();
        assert!(found.starts_with("rules/a.yaml:7: `over` changes nothing: query q "), "{found}");
        assert_eq!(idle_window(file, 7, &query, &prepared(&["since", "until"])), None);
    }
}
