//! How outcomes are shown.

use crate::app::{App, Failure, Format, Listing, Perf, Verdict};
use crate::probe::{Detail, Judgement, Outcome, junit, phases, summary, table};
use crate::time::sql_text;

/// The printer of one run.
pub(super) struct Show<'a> {
    app: &'a App,
    format: Format,
}

impl<'a> Show<'a> {
    pub(super) fn new(app: &'a App) -> Result<Self, Failure> {
        let known =
            [Format::Table, Format::Json, Format::Csv, Format::Markdown, Format::Nagios, Format::Junit];
        Ok(Self { app, format: app.format(&known)? })
    }

    /// All outcomes of a run, once.
    pub(super) fn outcomes(&self, outcomes: &[Outcome], worst: Option<&Verdict>, several: bool) {
        for outcome in outcomes {
            self.app.ui.detail(phases(outcome));
        }
        let detail = match self.format {
            Format::Junit => return self.app.ui.data(&junit(outcomes)),
            Format::Nagios => return self.app.ui.data(&worst.map(Verdict::nagios_line).unwrap_or_default()),
            Format::Json | Format::Csv => Detail::Full,
            _ => Detail::Short,
        };
        self.app
            .ui
            .listing(&Listing { name: "probes", table: table(outcomes, detail, several) }, self.format);
    }

    /// One tick of several, as it ends.
    pub(super) fn tick(&self, outcomes: &[Outcome], verdict: &Verdict) {
        if let Some(first) = outcomes.first() {
            self.app.ui.status(format!("{} UTC: {}", sql_text(first.seen.started), verdict.summary));
        }
    }
}

/// What a tick says of its targets.
pub(super) fn verdict(outcomes: &[Outcome]) -> Verdict {
    let has = |bad: fn(&Judgement) -> bool| outcomes.iter().any(|outcome| bad(&outcome.judgement));
    let failed = has(|judgement| matches!(judgement, Judgement::Failed(_)));
    let unwell = has(|judgement| *judgement != Judgement::Well);
    let summary = summary(outcomes);
    let verdict = if unwell { Verdict::unwell(summary) } else { Verdict::well(summary) };
    Verdict { warning: unwell && !failed, perf: outcomes.iter().flat_map(perf).collect(), ..verdict }
}

fn perf(outcome: &Outcome) -> Vec<Perf> {
    let value = |label: String, value, unit, critical| Perf { label, value, unit, warning: None, critical };
    let mut values = vec![value(outcome.target.clone(), outcome.response_ms, "ms", outcome.limit_ms)];
    if let Some(days) = outcome.seen.cert_days {
        values.push(value(format!("{} certificate days", outcome.target), days, "", None));
    }
    values
}
