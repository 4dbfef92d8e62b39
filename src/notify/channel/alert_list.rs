//! Our alerts as Prometheus and Alertmanager write them.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::Context;
use crate::notify::message::Message;
use crate::notify::{Member, Story};

/// An alert as its receivers know it: told from any other by its labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListedAlert {
    pub labels: BTreeMap<String, String>,
    pub annotations: BTreeMap<String, String>,
    pub starts_at: Timestamp,
    /// `None` while it fires.
    pub ended_at: Option<Timestamp>,
    pub generator_url: Option<String>,
}

/// The alerts that a message is about. Events and tests become one alert each that says so.
pub(super) fn of_message(message: &Message, context: &Context) -> Vec<ListedAlert> {
    match (&message.event, message.stories.as_slice()) {
        (Some(event), _) => {
            let labels = event.labels.iter().chain([("alertname", event.event.as_str())]);
            vec![notice(labels, &event.text, event.url.clone(), context.now)]
        }
        (None, []) => {
            vec![notice([("alertname", "TillwatchTest")].into_iter(), &message.subject, None, context.now)]
        }
        (None, stories) => of_stories(stories, context),
    }
}

/// All alerts of all incidents.
pub(super) fn of_stories(stories: &[Story], context: &Context) -> Vec<ListedAlert> {
    let alerts = stories.iter().flat_map(|story| story.alerts.iter().map(move |alert| (story, alert)));
    alerts.map(|(story, alert)| listed(story, alert, context)).collect()
}

fn listed(story: &Story, alert: &Member, context: &Context) -> ListedAlert {
    let mut annotations: BTreeMap<String, String> = alert
        .values
        .iter()
        .map(|(name, value)| (name.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
        .collect();
    annotations.insert("summary".into(), alert.summary.clone());
    annotations.extend(alert.annotations.clone());
    ListedAlert {
        labels: labels(alert.labels.iter()),
        annotations: annotations.into_iter().map(|(name, value)| (name_of(&name), value)).collect(),
        // None may end before it began.
        starts_at: alert.fired_at.or(alert.ended_at).unwrap_or(context.now),
        // One that fires on ends for its receivers when somebody has resolved its incident.
        ended_at: alert.ended_at.or(story.closed_at),
        generator_url: story.url.clone(),
    }
}

fn notice<'a>(
    all: impl Iterator<Item = (&'a str, &'a str)>,
    summary: &str,
    generator_url: Option<String>,
    now: Timestamp,
) -> ListedAlert {
    let labels = labels([("severity", "info")].into_iter().chain(all));
    let annotations = [("summary".to_owned(), summary.to_owned())].into();
    ListedAlert { labels, annotations, starts_at: now, ended_at: None, generator_url }
}

fn labels<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<String, String> {
    all.map(|(name, value)| (name_of(name), value.to_owned())).collect()
}

/// A name that Prometheus takes: letters, digits and `_`, and no digit in front.
fn name_of(name: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' };
    let name: String = name.chars().map(safe).collect();
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("_{name}") } else { name }
}

impl ListedAlert {
    /// Until when receivers that hear nothing more may believe that it fires: four evaluations, and one more for the
    /// time that a run takes itself.
    pub(super) fn ends_at(&self, context: &Context) -> Timestamp {
        let millis = context.interval.as_millis().saturating_mul(5);
        let later = || context.now.saturating_add(SignedDuration::from_millis(millis)).unwrap_or(context.now);
        self.ended_at.unwrap_or_else(later)
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn names_become_such_that_prometheus_takes() {
        assert_eq!(
            ["store_id", "p-95", "5xx", "магазин"].map(name_of),
            ["store_id", "p_95", "_5xx", "_______"]
        );
    }
}
