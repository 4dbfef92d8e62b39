//! Sends what an act has queued, without waiting for the next evaluation.

use std::time::{Duration, Instant};

use super::actor::Actor;
use super::found::{Found, unknown};
use super::several::Outcomes;
use crate::app::{App, Failure, Format, Verdict};
use crate::cli::alerts::message_line;
use crate::cli::office::Office;
use crate::incident::{Done, Round};
use crate::notify::{Kind, OutboxRow, State, Subject, rows_of_incident};
use crate::query::Catalogue;
use crate::render::plural;

/// How long somebody waits at the prompt; what is left is the next run's.
const DEADLINE: Duration = Duration::from_secs(20);

/// Sends what is due, then says what was done, what became of its messages and what follows.
pub(super) fn send(
    app: &App,
    office: &Office,
    actor: &Actor,
    format: Format,
    found: Found,
    what: &str,
) -> Result<Verdict, Failure> {
    let is_dry = actor.is_dry(app);
    let id = found.incident.id;
    let found = if is_dry { found } else { deliver(app, office, id)? };
    actor.say(app, format, &found, what);
    let revision = found.incident.revision;
    let own: Vec<_> = found.messages.iter().filter(|row| row.revision == revision).collect();
    for row in &own {
        app.ui.status(message_line(row, app.now()));
    }
    let summary = format!("incident {id} {what}");
    match own.iter().filter(|row| is_unsent(row)).count() {
        unsent if is_dry || unsent == 0 => Ok(Verdict::well(summary)),
        unsent => {
            app.ui.warn(format!("{} not delivered", plural(unsent, "message")));
            Ok(Verdict::incomplete(format!("{summary}; {} not delivered", plural(unsent, "message"))))
        }
    }
}

/// As [`send`], about several incidents: their messages may be gathered into one.
pub(super) fn send_all(
    app: &App,
    office: &Office,
    actor: &Actor,
    format: Format,
    outcomes: &Outcomes,
    what: &str,
) -> Result<Verdict, Failure> {
    let verdict = actor.say_all(app, format, outcomes, what);
    if actor.is_dry(app) {
        return verdict;
    }
    let done: Vec<i64> = outcomes.iter().filter(|(_, done)| *done == Done::Well).map(|(id, _)| *id).collect();
    try_all(app, office, &done)?;
    let mut unsent = 0;
    for id in &done {
        let rows = office.database.read(|session| rows_of_incident(session, *id))?;
        unsent += rows.iter().filter(|row| row.kind == Kind::End && is_unsent(row)).count();
    }
    if unsent > 0 {
        app.ui.warn(format!("{} not delivered", plural(unsent, "message")));
    }
    match verdict {
        Ok(_) if unsent > 0 => {
            Ok(Verdict::incomplete(format!("{} not delivered", plural(unsent, "message"))))
        }
        verdict => verdict,
    }
}

fn is_unsent(row: &OutboxRow) -> bool {
    row.state.is_waiting() || row.state == State::Dead
}

/// The incident after all that is due was tried.
fn deliver(app: &App, office: &Office, id: i64) -> Result<Found, Failure> {
    try_all(app, office, &[id])?;
    let desk = office.desk();
    let after = office.database.read(|session| Found::read(session, &desk, id, app.now()))?;
    after.ok_or_else(|| unknown(id))
}

/// Tries what is due of these incidents, until the deadline of all of them together.
fn try_all(app: &App, office: &Office, ids: &[i64]) -> Result<(), Failure> {
    let (templates, catalogue) = (app.message_templates(&office.config)?, Catalogue::default());
    let round = Round {
        config: &office.config,
        inventory: &office.inventory,
        catalogue: &catalogue,
        rules: &office.rules,
        templates: &templates,
        now: app.now(),
    };
    let began = Instant::now();
    for id in ids {
        let left = DEADLINE.saturating_sub(began.elapsed());
        if left.is_zero() {
            break;
        }
        App::deliver_about(&Subject::Incident(*id), &round, &office.database, left)?;
    }
    Ok(())
}
