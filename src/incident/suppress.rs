//! Why the beginning of an alert is not told: a silence, planned work, or a graver alert that explains it. Pure.
//!
//! Only beginnings are held back; whoever was told of a beginning is told of its end.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Desk;
use super::explaining::Explaining;
use super::member::Member;
use super::silence::Silence;
use crate::label::Labels;
use crate::time::{Duration, Moment};

/// What one alert means to others: the query it came from and the labels that the row gave it.
type Instance = (String, Labels);

/// Everything that may hold back a beginning at one instant.
pub(super) struct Suppressor<'a> {
    desk: &'a Desk<'a>,
    silences: &'a [Silence],
    now: Timestamp,
    /// The gravest alert that fires on each instance.
    gravest: BTreeMap<Instance, ((Duration, String), String)>,
    /// For each `[[inhibit]]`, what its firing sources have in the labels that must be equal.
    inhibiting: Vec<BTreeMap<Vec<String>, &'a Member>>,
    /// What fires of the rules that others depend on.
    explaining: Explaining<'a>,
}

impl<'a> Suppressor<'a> {
    pub(super) fn new(
        desk: &'a Desk<'a>,
        silences: &'a [Silence],
        members: &'a [Member],
        now: Timestamp,
    ) -> Self {
        let firing = || members.iter().filter(|member| member.fires);
        let mut gravest = BTreeMap::new();
        for member in firing() {
            let Some(instance) = desk.instance(member) else { continue };
            let gravity = (desk.router.gravity(&member.severity), member.rule.clone());
            let known = gravest.entry(instance).or_insert_with(|| gravity.clone());
            if gravity < *known {
                *known = gravity;
            }
        }
        let inhibiting = desk.router.config.inhibit.iter().map(|inhibition| {
            let sources = firing().filter(|member| inhibition.source.matches(&member.labels));
            sources.map(|member| (tuple(&inhibition.equal, &member.labels), member)).collect()
        });
        let explaining = Explaining::new(desk, members);
        Self { desk, silences, now, gravest, inhibiting: inhibiting.collect(), explaining }
    }

    /// Why the beginning of this alert is held back; `None` if it is told.
    pub(super) fn reason(&self, member: &Member) -> Option<String> {
        by_hand(self.desk, self.silences, &member.labels, self.now)
            .or_else(|| self.dependency(member))
            .or_else(|| self.inhibited(member))
            .or_else(|| self.graver(member))
    }

    /// All that holds it back, for whoever asks.
    pub(super) fn reasons(&self, member: &Member) -> Vec<String> {
        let by_hand = by_hand(self.desk, self.silences, &member.labels, self.now);
        let all = [by_hand, self.dependency(member), self.inhibited(member), self.graver(member)];
        all.into_iter().flatten().collect()
    }

    fn dependency(&self, member: &Member) -> Option<String> {
        let rule = self.desk.rules.get(member.rule.as_str())?;
        let own = self.desk.own_labels(member);
        rule.depends_on
            .iter()
            .find(|other| self.explaining.explains(other, &own))
            .map(|other| format!("depends on {other}, which fires"))
    }

    fn inhibited(&self, member: &Member) -> Option<String> {
        let config = self.desk.router.config;
        config.inhibit.iter().zip(&self.inhibiting).find_map(|(inhibition, sources)| {
            // What matches both sides cannot hold back itself and its like.
            let is_target =
                inhibition.target.matches(&member.labels) && !inhibition.source.matches(&member.labels);
            let source = sources.get(&tuple(&inhibition.equal, &member.labels)).filter(|_| is_target)?;
            Some(format!("inhibited by {}, which fires", source.rule))
        })
    }

    /// Two thresholds on one number: the graver one is enough.
    fn graver(&self, member: &Member) -> Option<String> {
        let (gravity, rule) = self.gravest.get(&self.desk.instance(member)?)?;
        let own = self.desk.router.gravity(&member.severity);
        (*gravity < own).then(|| format!("{rule} ({}) fires on the same", gravity.1))
    }
}

/// Silences and planned work: what may begin between the decision to tell and the telling.
pub(super) fn by_hand(
    desk: &Desk<'_>,
    silences: &[Silence],
    labels: &Labels,
    now: Timestamp,
) -> Option<String> {
    let silence = silences.iter().find(|silence| silence.is_active(now) && silence.matchers.matches(labels));
    if let Some(silence) = silence {
        return Some(format!("silence {} by {}: {}", silence.id, silence.author, silence.reason));
    }
    let store = labels.get(&desk.router.inventory.label);
    let is_on = |work: &&crate::config::Maintenance| {
        let at = |moment: Moment| moment.at(&desk.zone);
        let within = work.from.and_then(at).is_none_or(|from| from <= now)
            && work.until.and_then(at).is_none_or(|until| now < until);
        let open = work
            .during
            .as_deref()
            .is_none_or(|calendar| desk.router.inventory.is_open(calendar, store, now).unwrap_or(false));
        within && open && work.matchers.matches(labels)
    };
    desk.router.config.maintenance.iter().find(is_on).map(|work| format!("maintenance {}", work.name))
}

fn tuple(names: &[String], labels: &Labels) -> Vec<String> {
    names.iter().map(|name| labels.get(name).unwrap_or_default().to_owned()).collect()
}

impl Desk<'_> {
    /// The labels that the row gave an alert: without those that its rule adds.
    pub(super) fn own_labels(&self, member: &Member) -> Labels {
        let rule = self.rules.get(member.rule.as_str());
        let added = |name: &str| {
            ["alertname", "severity"].contains(&name)
                || rule.is_some_and(|rule| rule.labels.contains_key(name))
        };
        member.labels.iter().filter(|(name, _)| !added(name)).collect()
    }

    fn instance(&self, member: &Member) -> Option<Instance> {
        let query = self.rules.get(member.rule.as_str())?.look.query()?;
        Some((query.to_owned(), self.own_labels(member)))
    }
}
