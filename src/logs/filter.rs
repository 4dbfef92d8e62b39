//! Which records are worth sending, by level and event.

use glob::Pattern;

/// The first rule that fits a record decides about it; what none fits goes.
#[derive(Debug, Default)]
pub(crate) struct Filter(Vec<Rule>);

/// What becomes of the records of some levels and events.
#[derive(Debug)]
struct Rule {
    levels: Vec<Pattern>,
    events: Vec<Pattern>,
    /// The share that goes, 0 to 1.
    keep: f64,
}

impl Filter {
    /// Adds a rule behind those that are there. Levels are compared in lower case; an empty list fits everything.
    pub(crate) fn rule(
        mut self,
        levels: &[String],
        events: &[String],
        keep: f64,
    ) -> Result<Self, glob::PatternError> {
        let levels = levels.iter().map(|level| Pattern::new(&level.to_lowercase()));
        let (levels, events) = (levels.collect::<Result<_, _>>()?, patterns(events)?);
        self.0.push(Rule { levels, events, keep });
        Ok(self)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the record goes. The same record is judged alike each time: its id is the lot that it draws.
    pub(super) fn keeps(&self, id: &str, level: Option<&str>, event: Option<&str>) -> bool {
        let rule = self.0.iter().find(|rule| fits(&rule.levels, level) && fits(&rule.events, event));
        rule.is_none_or(|rule| lot(id) < rule.keep)
    }
}

fn patterns(texts: &[String]) -> Result<Vec<Pattern>, glob::PatternError> {
    texts.iter().map(|text| Pattern::new(text)).collect()
}

fn fits(patterns: &[Pattern], text: Option<&str>) -> bool {
    patterns.is_empty() || text.is_some_and(|text| patterns.iter().any(|pattern| pattern.matches(text)))
}

/// A number from 0 to less than 1, from the first 32 bits of a hex id.
fn lot(id: &str) -> f64 {
    let bits = id.get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or_default();
    f64::from(bits) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::digest;

    fn filter(rules: &[(&[&str], &[&str], f64)]) -> Filter {
        let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        rules.iter().fold(Filter::default(), |filter, (levels, events, keep)| {
            filter.rule(&texts(levels), &texts(events), *keep).unwrap()
        })
    }

    #[rstest::rstest]
    #[case(Some("debug"), Some("sale"), true)]
    #[case(Some("debug"), Some("poll_prices"), false)]
    #[case(Some("debug"), None, false)]
    #[case(Some("info"), Some("poll_prices"), true)]
    #[case(None, None, true)]
    fn the_first_rule_that_fits_decides(
        #[case] level: Option<&str>,
        #[case] event: Option<&str>,
        #[case] goes: bool,
    ) {
        let filter = filter(&[(&["DEBUG"], &["sale*"], 1.0), (&["debug", "trace"], &[], 0.0)]);
        assert_eq!(filter.keeps("ffffffff", level, event), goes);
    }

    #[test]
    fn a_sample_is_the_same_each_time_and_about_its_share() {
        let filter = filter(&[(&[], &[], 0.1)]);
        let kept =
            || (0..1000).map(|n| digest([n.to_string().as_str()])).filter(|id| filter.keeps(id, None, None));
        let first: Vec<_> = kept().collect();
        assert!((60..=140).contains(&first.len()), "{}", first.len());
        assert_eq!(first, kept().collect::<Vec<_>>());
    }
}
