//! Rules, conditions and the state of alerts: decides what is wrong. Tells nobody; that is `incident` and `notify`.

mod condition;
mod evaluate;
mod evaluation;
mod health;
mod lint;
mod rule;
mod rule_set;
mod statements;
mod step;
mod store;

pub(crate) use condition::columns_of;
pub(crate) use evaluate::Evaluator;
pub(crate) use evaluation::{Change, Evaluation};
pub(crate) use lint::lint;
pub(crate) use rule::Rule;
pub(crate) use rule_set::RuleSet;
use step::State;
pub(crate) use store::{Alert, Transition, evaluated, find, list, of_incident, open_alerts, transitions};
