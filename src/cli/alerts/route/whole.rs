//! The routing table as a list.

use crate::config::{Config, Escalation, Notify};
use crate::db::{Table, Value};

/// Routes in their order, then severities, then the root. What a rule says itself comes before all of them.
pub(super) fn table(config: &Config) -> Table {
    let row = |what: &str,
               name: &str,
               matchers: String,
               notify: Option<&Notify>,
               escalate: &[Escalation]|
     -> Vec<Value> {
        let steps: Vec<_> = escalate.iter().map(step).collect();
        vec![
            what.into(),
            name.into(),
            matchers.into(),
            notify.map(whom).unwrap_or_default().into(),
            steps.join("; ").into(),
        ]
    };
    let mut rows = Vec::new();
    for route in &config.routes {
        let goes_on = if route.goes_on { ", continues" } else { "" };
        let matchers = format!("{}{goes_on}", route.matchers);
        rows.push(row(
            "route",
            &route.name,
            matchers,
            route.notify.as_ref(),
            route.escalate.as_deref().unwrap_or_default(),
        ));
    }
    for (name, severity) in &config.severities {
        rows.push(row(
            "severity",
            name,
            format!("{{severity=\"{name}\"}}"),
            Some(&severity.notify).filter(|notify| !notify.is_empty()),
            &severity.escalate,
        ));
    }
    rows.push(row(
        "root",
        "default",
        "{}".to_owned(),
        Some(&config.routing.notify).filter(|notify| !notify.is_empty()),
        &[],
    ));
    let columns = ["level", "name", "match", "notify", "escalate"].map(str::to_owned).to_vec();
    Table { columns, rows }
}

/// As [`told`], of a list that stands there.
fn whom(notify: &Notify) -> String {
    if notify.is_empty() { "nobody".to_owned() } else { told(notify) }
}

/// `sms: ivan, olga; email: tech_team`.
fn told(notify: &Notify) -> String {
    let channels = notify.iter().flatten();
    channels.map(|(channel, names)| format!("{channel}: {}", names.join(", "))).collect::<Vec<_>>().join("; ")
}

/// `1h: boss`.
fn step(step: &Escalation) -> String {
    let names = [step.to.join(", "), told(&step.notify)];
    let names: Vec<_> = names.into_iter().filter(|names| !names.is_empty()).collect();
    format!("{}: {}", step.after, names.join("; "))
}
