//! Matchers: which labels are meant, written as Alertmanager writes them.

use std::fmt;
use std::str::FromStr;

use regex::Regex;
use serde::{Deserialize, Deserializer, de};

use super::Labels;
use super::reader::Reader;

/// Compares one label: `name="value"`, `!=`, or `=~` and `!~` with a regular expression of the whole value.
///
/// A label that is absent has the empty value.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    name: String,
    value: String,
    negated: bool,
    /// `value`, anchored at both ends, where it is a regular expression.
    pattern: Option<Regex>,
}

/// Matchers that must all match; none match everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Matchers(Vec<Matcher>);

/// Why a text is no list of matchers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text:?} are no matchers: {what} at character {position}; write them like severity=\"P1\", store_id=~\"1|2\""
)]
pub(crate) struct MatcherError {
    text: String,
    /// Counted from 1.
    position: usize,
    what: String,
}

impl Matcher {
    pub(super) fn new(name: String, operator: &str, value: String) -> Result<Self, regex::Error> {
        let pattern = match operator {
            // Alone first: what is `b)(c` must not close the group that anchors it.
            "=~" | "!~" => Some(Regex::new(&value).and(Regex::new(&format!("^(?:{value})$")))?),
            _ => None,
        };
        Ok(Self { name, value, negated: operator.starts_with('!'), pattern })
    }

    fn matches(&self, labels: &Labels) -> bool {
        let value = labels.get(&self.name).unwrap_or_default();
        let is_equal = self.pattern.as_ref().map_or(value == self.value, |pattern| pattern.is_match(value));
        is_equal != self.negated
    }

    fn operator(&self) -> &'static str {
        match (self.negated, self.pattern.is_some()) {
            (false, false) => "=",
            (true, false) => "!=",
            (false, true) => "=~",
            (true, true) => "!~",
        }
    }
}

/// Equal as written: a pattern is its text.
impl PartialEq for Matcher {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, self.operator(), &self.value) == (&other.name, other.operator(), &other.value)
    }
}

impl Eq for Matcher {}

impl Matchers {
    /// Reads `{a="b", c=~"d"}`; braces and the quotes of plain values may be left out.
    pub(crate) fn parse(text: &str) -> Result<Self, MatcherError> {
        let mut reader = Reader::new(text);
        reader.matchers().map(Self).map_err(|what| MatcherError {
            text: text.to_owned(),
            position: reader.position(),
            what,
        })
    }

    pub(crate) fn matches(&self, labels: &Labels) -> bool {
        self.0.iter().all(|matcher| matcher.matches(labels))
    }

    /// Whether all could match the known labels, `is_open` naming those that may have any value beside them.
    pub(crate) fn could_match(&self, known: &Labels, is_open: impl Fn(&str) -> bool) -> bool {
        self.0.iter().all(|matcher| is_open(&matcher.name) || matcher.matches(known))
    }

    /// The first that does not match, as it is written.
    pub(crate) fn first_miss(&self, labels: &Labels) -> Option<String> {
        self.0.iter().find(|matcher| !matcher.matches(labels)).map(ToString::to_string)
    }

    /// Whether one of them is about this label.
    pub(crate) fn mentions(&self, name: &str) -> bool {
        self.0.iter().any(|matcher| matcher.name == name)
    }

    /// Whether there is none, so that everything matches.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// All that any of them has: every one must match.
impl FromIterator<Self> for Matchers {
    fn from_iter<I: IntoIterator<Item = Self>>(all: I) -> Self {
        Self(all.into_iter().flat_map(|matchers| matchers.0).collect())
    }
}

impl FromStr for Matchers {
    type Err = MatcherError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for Matcher {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_plain = self.name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let name = if is_plain { self.name.clone() } else { quote(&self.name) };
        write!(out, "{name}{}{}", self.operator(), quote(&self.value))
    }
}

/// `{a="b", c=~"d"}`, which [`Matchers::parse`] reads back.
impl fmt::Display for Matchers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        write!(out, "{{{}}}", all.join(", "))
    }
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// One text or a list of texts.
impl<'de> Deserialize<'de> for Matchers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected matchers as a text or a list of texts")]
        enum Written {
            One(String),
            Several(Vec<String>),
        }
        let texts = match Written::deserialize(from)? {
            Written::One(text) => vec![text],
            Written::Several(texts) => texts,
        };
        let mut all = Vec::new();
        for text in texts {
            all.extend(Self::parse(&text).map_err(de::Error::custom)?.0);
        }
        Ok(Self(all))
    }
}

impl schemars::JsonSchema for Matchers {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Matchers".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Which labels are meant, as Alertmanager writes it: severity=\"P1\", store_id=~\"1|2\". All must match.",
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels() -> Labels {
        [("severity", "P1"), ("store_id", "12"), ("team", "касса")].into_iter().collect()
    }

    #[rstest::rstest]
    #[case(r#"severity="P1""#, true)]
    #[case("severity = P1", true)]
    #[case(r#"severity!="P1""#, false)]
    #[case(r#"{store_id=~"1|12"}"#, true)]
    #[case(r#"store_id=~"1|2""#, false)]
    #[case(r#"store_id=~"\d+""#, true)]
    #[case(r#"store_id!~"1""#, true)]
    #[case(r#"severity="P1",team!~"k.*","#, true)]
    #[case(r#"severity="P1", team="x""#, false)]
    #[case("team=касса", true)]
    #[case(r#"branch="""#, true)]
    #[case(r#"branch!="""#, false)]
    #[case(r#"branch=~".+""#, false)]
    #[case(r#"branch!~"x""#, true)]
    #[case("{}", true)]
    fn a_matcher_compares_whole_values_and_takes_an_absent_label_as_empty(
        #[case] text: &str,
        #[case] matches: bool,
    ) {
        assert_eq!(Matchers::parse(text).unwrap().matches(&labels()), matches);
    }

    #[rstest::rstest]
    #[case("", 1, "the name of a label is missing")]
    #[case("=x", 1, "the name of a label is missing")]
    #[case("a", 2, "one of = != =~ !~ is missing")]
    #[case("a=", 3, "a value is missing")]
    #[case("ä=\"x", 3, "a closing quote is missing")]
    #[case("{a=b", 5, "a `,` or `}` is missing")]
    #[case("a=b}", 4, "a `,` is missing")]
    #[case("a=b c=d", 5, "a `,` is missing")]
    #[case("a=b, b=~\"(\"", 9, "no regular expression (unclosed group)")]
    #[case("a=~b)(c", 4, "no regular expression (unopened group)")]
    fn an_error_says_what_is_wrong_and_where(
        #[case] text: &str,
        #[case] position: usize,
        #[case] what: &str,
    ) {
        let error = Matchers::parse(text).unwrap_err();
        assert_eq!(error.position, position, "{error}");
        assert!(error.what.starts_with(what), "{error}");
    }

    #[test]
    fn the_configuration_writes_one_text_or_a_list() {
        let list: Matchers = serde_json::from_str(r#"["a=b", "c=~\"d\""]"#).unwrap();
        let text: Matchers = serde_json::from_str(r#""{a=\"b\", c=~\"d\"}""#).unwrap();
        assert_eq!(list, text);
        let error = serde_json::from_str::<Matchers>(r#"["a"]"#).unwrap_err().to_string();
        assert!(error.contains("at character 2"), "{error}");
    }

    #[rstest::rstest]
    #[case("match = 'a'", "one of = != =~ !~ is missing at character 2")]
    #[case("match = ['a=b', 'c']", "one of = != =~ !~ is missing at character 2")]
    #[case("match = 1", "expected matchers as a text or a list of texts")]
    fn an_error_points_at_its_line_of_the_file(#[case] line: &str, #[case] said: &str) {
        #[derive(Debug, Deserialize)]
        struct Route {
            #[serde(rename = "match")]
            _matchers: Matchers,
        }
        let text = format!("# one\n{line}\n");
        let error = toml::from_str::<Route>(&text).unwrap_err();
        assert_eq!(text[..error.span().unwrap().start].matches('\n').count(), 1);
        assert!(error.message().contains(said), "{error}");
    }

    fn matcher() -> impl Strategy<Value = Matcher> {
        let text = || prop_oneof!["\\PC{0,8}", "[\\\\\"n\n,{}= a]{0,8}"];
        let name = text().prop_filter("a label has a name", |name| !name.is_empty());
        (name, prop::sample::select(vec!["=", "!=", "=~", "!~"]), text())
            .prop_filter_map("a regular expression", |(name, operator, value)| {
                Matcher::new(name, operator, value).ok()
            })
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back_the_same(all in prop::collection::vec(matcher(), 0..4)) {
            let matchers = Matchers(all);
            prop_assert_eq!(Matchers::parse(&matchers.to_string()), Ok(matchers));
        }

        #[test]
        fn no_text_makes_it_panic(text in "[a-z=~!{}\", \\\\ä]{0,12}") {
            let _ = Matchers::parse(&text);
        }
    }
}
