//! Expected against got: pure.

use super::file::{AlertCase, ExpectedAlert, ExpectedNotification, ExpectedState, NotificationCase};
use super::mismatch::{Difference, Mismatch};
use crate::alert::Alert;
use crate::label::Labels;

/// What of a case's alerts is not as expected. `why` says what is known of an alert that is not there.
pub(super) fn alerts(
    case: &AlertCase,
    line: usize,
    open: &[&Alert],
    why: impl Fn(&Labels) -> String,
) -> Vec<Mismatch> {
    let say = |difference, instance: String, reason: String| Mismatch {
        line,
        eval_time: case.eval_time,
        alertname: Some(case.alertname.clone()),
        difference,
        instance,
        reason,
    };
    let (mut left, mut wrong) = (open.to_vec(), Vec::new());
    for expected in &case.exp_alerts {
        let state = state_name(expected.exp_state);
        let found =
            left.iter().position(|alert| alert.state_name() == state && has(alert, &expected.exp_labels));
        if let Some(found) = found {
            let alert = left.remove(found);
            let reason = other_annotations(expected, alert);
            wrong.extend((!reason.is_empty()).then(|| say(Difference::Different, described(alert), reason)));
            continue;
        }
        let other = open.iter().find(|alert| has(alert, &expected.exp_labels));
        let reason = match other {
            Some(alert) if alert.state_name() != state => format!("it is {}", alert.state_name()),
            Some(_) => "expected twice".into(),
            None => why(&expected.exp_labels),
        };
        wrong.push(say(Difference::Missing, format!("{state} {}", expected.exp_labels), reason));
    }
    let firing = left.into_iter().filter(|alert| alert.state_name() == "firing");
    wrong.extend(firing.map(|alert| say(Difference::Unexpected, described(alert), values(alert))));
    wrong
}

/// What of a case's notifications is not as expected.
pub(super) fn notifications(
    case: &NotificationCase,
    line: usize,
    told: &[ExpectedNotification],
) -> Vec<Mismatch> {
    let say = |difference, notification: &ExpectedNotification| {
        let ExpectedNotification { channel, to, kind } = notification;
        let instance = format!("{kind} by {channel} to {to}");
        let (eval_time, reason) = (case.eval_time, String::new());
        Mismatch { line, eval_time, alertname: None, difference, instance, reason }
    };
    let (mut left, mut wrong) = (told.to_vec(), Vec::new());
    for expected in &case.exp_notifications {
        match left.iter().position(|told| told == expected) {
            Some(found) => drop(left.remove(found)),
            None => wrong.push(say(Difference::Missing, expected)),
        }
    }
    wrong.extend(left.iter().map(|told| say(Difference::Unexpected, told)));
    wrong
}

fn state_name(state: ExpectedState) -> &'static str {
    match state {
        ExpectedState::Firing => "firing",
        ExpectedState::Pending => "pending",
    }
}

fn has(alert: &Alert, labels: &Labels) -> bool {
    labels.iter().all(|(name, value)| alert.labels.get(name) == Some(value))
}

/// The alert by the labels that its rule's name does not say.
fn described(alert: &Alert) -> String {
    let labels: Labels = alert.labels.iter().filter(|(name, _)| *name != "alertname").collect();
    format!("{} {labels}", alert.state_name())
}

fn values(alert: &Alert) -> String {
    let values: Vec<String> = alert.values.iter().map(|(name, value)| format!("{name} {value}")).collect();
    values.join(", ")
}

fn other_annotations(expected: &ExpectedAlert, alert: &Alert) -> String {
    let other = expected.exp_annotations.iter().filter_map(|(name, text)| {
        let got = alert.annotations.get(name);
        (got != Some(text)).then(|| {
            format!("annotation {name}: expected {text:?}, got {:?}", got.map_or("", String::as_str))
        })
    });
    other.collect::<Vec<_>>().join("; ")
}
