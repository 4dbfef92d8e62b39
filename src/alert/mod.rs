//! Rules, conditions and the state of alerts: decides what is wrong. Tells nobody; that is `incident` and `notify`.

mod advance;
mod condition;
mod evaluate;
mod evaluation;
mod file;
mod go_template;
mod health;
mod instance;
#[cfg(test)]
mod invariants;
mod lint;
mod look;
mod record;
mod rule;
mod rule_set;
mod statements;
mod step;
mod store;

pub(crate) use condition::columns_of;
pub(crate) use evaluate::Evaluator;
pub(crate) use evaluation::{Change, Evaluation, InstanceReport, RuleReport};
pub(crate) use go_template::is_understood;
pub(crate) use health::{RULE_HEALTH, health_rule};
pub(crate) use lint::{lint, strange_templates, value_labels};
pub(crate) use rule::{Look, Policy, Recording, Rule};
pub(crate) use rule_set::{Entry, RuleSet};
use step::State;
pub(crate) use store::{
    Alert, Passage, RuleState, Transition, find, history, list, names_seen, of_incident, open_alerts,
    rule_states, transitions,
};
