//! What the incidents of one message are about, in numbers: nobody reads five hundred lines.

use serde::Serialize;

use crate::render::words::shell_word;

/// The most rules and stores that are named.
const NAMED: usize = 10;

/// How many incidents are of each rule and of each store, the most first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Tally {
    pub rules: Vec<Share>,
    /// How many rules are not named.
    pub more_rules: usize,
    pub stores: Vec<Share>,
    pub more_stores: usize,
    /// The command that acknowledges all of them.
    pub ack: String,
}

/// One rule or store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Share {
    pub name: String,
    pub incidents: i64,
}

impl Tally {
    /// Names those with the most incidents; `rules` and `stores` come in that order.
    pub(crate) fn new(severity: &str, mut rules: Vec<Share>, mut stores: Vec<Share>) -> Self {
        let rule = match rules.as_slice() {
            [rule] => format!(" --rule {}", shell_word(&rule.name)),
            _ => String::new(),
        };
        let all = format!("--all --severity {}{rule}", shell_word(severity));
        let (more_rules, more_stores) = (cut(&mut rules), cut(&mut stores));
        Self {
            rules,
            more_rules,
            stores,
            more_stores,
            ack: format!("tillwatch incident ack {all} --by YOUR-NAME"),
        }
    }
}

/// Leaves those that are named and says how many others there were.
fn cut(shares: &mut Vec<Share>) -> usize {
    let more = shares.len().saturating_sub(NAMED);
    shares.truncate(NAMED);
    more
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(count: usize, name: &str) -> Vec<Share> {
        (0..count).map(|number| Share { name: format!("{name}{number}"), incidents: 1 }).collect()
    }

    #[test]
    fn ten_are_named_and_the_rest_counted() {
        let tally = Tally::new("P1", shares(12, "Rule"), shares(10, "Store"));
        assert_eq!((tally.rules.len(), tally.more_rules), (10, 2));
        assert_eq!((tally.stores.len(), tally.more_stores), (10, 0));
        assert_eq!(tally.ack, "tillwatch incident ack --all --severity P1 --by YOUR-NAME");
    }

    #[test]
    fn the_command_names_the_rule_that_all_are_of_as_a_shell_reads_it() {
        let one = |name: &str| vec![Share { name: name.into(), incidents: 30 }];
        let ack = |name: &str| Tally::new("P1", one(name), Vec::new()).ack;
        assert_eq!(ack("Down"), "tillwatch incident ack --all --severity P1 --rule Down --by YOUR-NAME");
        assert!(ack("the till's $(down)").contains(r" --rule 'the till'\''s $(down)' --by"));
    }
}
