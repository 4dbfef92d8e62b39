//! Sends what an act has queued, without waiting for the next evaluation.

use std::time::Duration;

use super::actor::Actor;
use super::found::{Found, unknown};
use crate::app::{App, Failure, Format, Verdict};
use crate::cli::alerts::message_line;
use crate::cli::office::Office;
use crate::incident::Round;
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
    let (found, unsent) = if actor.is_dry(app) { (found, 0) } else { deliver(app, office, actor)? };
    let revision = found.incident.revision;
    actor.say(app, format, &found, what);
    for row in found.messages.iter().filter(|row| row.revision == revision) {
        app.ui.status(message_line(row, app.now()));
    }
    let summary = format!("incident {} {what}", actor.id);
    Ok(match unsent {
        0 => Verdict::well(summary),
        unsent => {
            app.ui.warn(format!(
                "{unsent} messages not delivered; `tillwatch incident show {}` lists them",
                actor.id
            ));
            Verdict::incomplete(format!("{summary}; {unsent} messages not delivered"))
        }
    })
}

/// The incident after all that is due was tried, and how many of its messages were not delivered.
fn deliver(app: &App, office: &Office, actor: &Actor) -> Result<(Found, usize), Failure> {
    let (templates, catalogue) = (app.templates(&office.config)?, Catalogue::default());
    let round = Round {
        config: &office.config,
        inventory: &office.inventory,
        catalogue: &catalogue,
        rules: &office.rules,
        templates: &templates,
        now: app.now(),
    };
    let delivery = app.deliver(&round, &office.database, DEADLINE)?;
    let subject = format!("incident {}", actor.id);
    let unsent = delivery.failures.iter().filter(|failed| failed.subject == subject).count();
    let desk = office.desk();
    let after = office.database.read(|session| Found::read(session, &desk, actor.id, app.now()))?;
    Ok((after.ok_or_else(|| unknown(actor.id))?, unsent))
}
