//! One instance of a rule on its way through the state machine: its labels, its columns, what was found.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value as Json, json};

use super::step::{Outcome, Reason};
use super::store::Alert;
use super::{Rule, State};
use crate::db::Value;
use crate::inventory::{Inventory, Store};
use crate::label::Labels;
use crate::query::Series;
use crate::render::{Templates, Texts};

/// One instance.
pub(super) struct Instance {
    pub labels: Labels,
    pub outcome: Outcome,
    /// Why that is the outcome, where there is more to say.
    pub detail: Cow<'static, str>,
    pub values: Map<String, Json>,
    pub value: Json,
    pub course: Course,
}

/// Where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// Through the state machine.
    Step,
    /// Whatever is open ends.
    End(Reason),
    /// Whatever is open stays as it is.
    Leave(Reason),
}

impl Instance {
    /// What a row says.
    pub(super) fn of_row(
        labels: Labels,
        series: &Series,
        (outcome, detail): (Outcome, &'static str),
    ) -> Self {
        Self {
            labels,
            outcome,
            detail: detail.into(),
            values: values(series),
            value: number(series.value),
            course: Course::Step,
        }
    }

    /// One that is known without a row, of a rule that failed.
    pub(super) fn unseen(labels: Labels) -> Self {
        let (values, value) = (Map::new(), Json::Null);
        Self { labels, outcome: Outcome::Error, detail: "".into(), values, value, course: Course::Step }
    }

    /// An open alert that no row is about.
    pub(super) fn of_alert(alert: &Alert, outcome: Outcome, course: Course) -> Self {
        let (values, value) = (Map::new(), Json::Null);
        Self { labels: alert.labels.clone(), outcome, detail: "".into(), values, value, course }
    }
}

/// The inventory's stores by id.
#[derive(Default)]
pub(super) struct Stores<'a> {
    label: &'a str,
    by_id: HashMap<&'a str, &'a Store>,
}

impl<'a> Stores<'a> {
    pub(super) fn new(inventory: &'a Inventory) -> Self {
        let by_id = inventory.stores.iter().map(|store| (store.id.as_str(), store)).collect();
        Self { label: &inventory.label, by_id }
    }

    /// Ends an instance whose store the inventory has not, and opens none; an inventory without stores has lost none.
    /// Gives whether it did.
    pub(super) fn end_lost(&self, instance: &mut Instance, previous: Option<&Alert>) -> bool {
        let is_lost = |id: &str| !self.by_id.is_empty() && !self.by_id.contains_key(id);
        let ends = instance.course == Course::Step && instance.labels.get(self.label).is_some_and(is_lost);
        if ends {
            let gone = Reason::StoreRemoved;
            instance.course = previous.map_or(Course::Leave(gone), |_| Course::End(gone));
            instance.detail = "not in the inventory".into();
        }
        ends
    }

    /// What templates know as `store`.
    fn document(&self, labels: &Labels) -> Json {
        let id = labels.get(self.label).unwrap_or_default();
        let name = self.by_id.get(id).map_or(id, |store| store.name.as_str());
        json!({ "id": id, "name": name })
    }
}

/// A rule's texts, each read once for all of its instances.
pub(super) struct RuleTexts<'a> {
    stores: &'a Stores<'a>,
    rule: &'a Rule,
    templates: &'a Templates,
    labels: Option<Texts>,
    /// Read when the first alert needs them: most runs raise none.
    annotations: OnceCell<Texts>,
}

impl<'a> RuleTexts<'a> {
    pub(super) fn new(rule: &'a Rule, templates: &'a Templates, stores: &'a Stores<'a>) -> Self {
        let is_template = |text: &String| text.contains("{{") || text.contains("{%");
        let labels = rule.labels.values().any(is_template).then(|| templates.compile(&rule.labels));
        Self { stores, rule, templates, labels, annotations: OnceCell::new() }
    }

    /// The label set that is an alert's identity: the row's labels, the rule's, the severity and the name.
    pub(super) fn identity(&self, series: &Series) -> Result<Labels, String> {
        let (rule, mut all) = (self.rule, series.labels.clone());
        match &self.labels {
            None => rule.labels.iter().for_each(|(name, value)| all.set(name, value)),
            Some(texts) => {
                let model = self.model(&series.labels, values(series), number(series.value));
                for (name, rendered) in texts.render(&model) {
                    all.set(
                        name,
                        rendered.map_err(|error| format!("{}: label {name}: {error}", self.place()))?.trim(),
                    );
                }
            }
        }
        all.set("severity", &rule.severity);
        all.set("alertname", &rule.alert);
        Ok(all)
    }

    /// The rule's annotations with this instance's labels, values and store put in.
    pub(super) fn annotations(&self, instance: &Instance) -> BTreeMap<String, String> {
        if self.rule.annotations.is_empty() {
            return BTreeMap::new();
        }
        let model = self.model(&instance.labels, instance.values.clone(), instance.value.clone());
        let texts = self.annotations.get_or_init(|| self.templates.compile(&self.rule.annotations));
        let rendered = texts.render(&model).map(|(name, rendered)| {
            let text = rendered.unwrap_or_else(|error| {
                let (text, place) = (&self.rule.annotations[name], self.place());
                format!("{text} ({place}: {error})")
            });
            (name.to_owned(), text)
        });
        rendered.collect()
    }

    /// Where the rule stands.
    fn place(&self) -> String {
        format!("{}:{}", self.rule.file.display(), self.rule.line)
    }

    fn model(&self, labels: &Labels, mut model: Map<String, Json>, value: Json) -> Map<String, Json> {
        model.insert("value".into(), value);
        model.insert("labels".into(), json!(labels));
        model.insert("store".into(), self.stores.document(labels));
        model
    }
}

fn values(series: &Series) -> Map<String, Json> {
    let document = |value: &Value| match value {
        Value::Real(value) => number(Some(*value)),
        other => other.to_json(),
    };
    series.values.iter().map(|(column, value)| (column.clone(), document(value))).collect()
}

/// The number for a document; NaN and infinities, which JSON lacks, as Prometheus writes them.
fn number(value: Option<f64>) -> Json {
    match value {
        None => Json::Null,
        Some(number) if number.is_nan() => "NaN".into(),
        Some(number) if number.is_infinite() => if number > 0.0 { "+Inf" } else { "-Inf" }.into(),
        Some(number) => number.into(),
    }
}

/// The state in which an open alert was found.
pub(super) fn state(alert: Option<&Alert>) -> Option<State> {
    alert.and_then(|alert| alert.held).map(|held| held.state)
}
