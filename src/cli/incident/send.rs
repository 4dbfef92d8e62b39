//! Sends what an act has queued, without waiting for the next evaluation.

use std::time::Duration;

use super::actor::Actor;
use super::found::{Found, unknown};
use crate::app::{App, Failure, Format, Verdict};
use crate::cli::alerts::message_line;
use crate::cli::office::Office;
use crate::incident::Round;
use crate::notify::{OutboxRow, Subject};
use crate::query::Catalogue;

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
    let found = if is_dry { found } else { deliver(app, office, actor)? };
    actor.say(app, format, &found, what);
    let revision = found.incident.revision;
    let own: Vec<_> = found.messages.iter().filter(|row| row.revision == revision).collect();
    for row in &own {
        app.ui.status(message_line(row, app.now()));
    }
    let is_unsent = |row: &&&OutboxRow| ["queued", "sending", "dead"].contains(&row.state.as_str());
    let summary = format!("incident {} {what}", actor.id);
    match own.iter().filter(is_unsent).count() {
        unsent if is_dry || unsent == 0 => Ok(Verdict::well(summary)),
        unsent => {
            app.ui.warn(format!("{unsent} messages not delivered"));
            Ok(Verdict::incomplete(format!("{summary}; {unsent} messages not delivered")))
        }
    }
}

/// The incident after all that is due was tried.
fn deliver(app: &App, office: &Office, actor: &Actor) -> Result<Found, Failure> {
    let (templates, catalogue) = (app.message_templates(&office.config)?, Catalogue::default());
    let round = Round {
        config: &office.config,
        inventory: &office.inventory,
        catalogue: &catalogue,
        rules: &office.rules,
        templates: &templates,
        now: app.now(),
    };
    App::deliver_about(&Subject::Incident(actor.id), &round, &office.database, DEADLINE)?;
    let desk = office.desk();
    let after = office.database.read(|session| Found::read(session, &desk, actor.id, app.now()))?;
    after.ok_or_else(|| unknown(actor.id))
}
