//! `tillwatch alerts test`.

use std::time::Duration;

use super::outbox::listing;
use crate::alert::RuleSet;
use crate::app::{App, Failure, Project, Verdict};
use crate::db::Database;
use crate::incident::Round;
use crate::notify::{Intent, Kind, OutboxRow, State, Subject, drop_row, put_intent, rows_of_subject};

/// Longer than any channel's timeout.
const LIMIT: Duration = Duration::from_mins(1);

/// Send a marked test message by a channel.
///
/// It goes through the outbox like any other message. What could not be sent is dropped, not tried again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch alerts test sms --to ivan")]
pub(super) struct Args {
    /// A channel of tillwatch.toml.
    channel: String,

    /// A contact, team or rotation, or an address; not needed by a channel with one destination of its own.
    #[arg(long, value_name = "NAME")]
    to: Option<String>,

    /// Say who would be told, and send nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let project = app.project()?;
    let intents = intents(args, &project, app)?;
    if args.dry_run || app.dry_run() {
        for intent in &intents {
            app.ui.status(format!("would send a test by {} to {}", intent.channel, intent.recipient));
        }
        return Ok(Verdict::well("dry run"));
    }
    let (database, templates) = (app.database(&project.config)?, app.message_templates(&project.config)?);
    let subject = Subject::Test(app.now().to_string());
    database.write(|session| {
        intents.iter().try_for_each(|intent| put_intent(session, &subject, 1, intent, app.now()))
    })?;
    let Project { config, inventory, catalogue } = &project;
    // No rule says anything of a test.
    let rules = RuleSet::default();
    let round = Round { config, inventory, catalogue, rules: &rules, templates: &templates, now: app.now() };
    App::deliver_about(&subject, &round, &database, LIMIT)?;
    let rows = settled(app, &database, &subject)?;
    app.ui.listing(&listing(&rows), format);
    let failed = rows.iter().filter(|row| row.state != State::Sent).count();
    for row in &rows {
        let (channel, to) = (&row.channel, &row.recipient);
        match &row.error {
            None => app.ui.status(format!("{channel} to {to}: {}", row.state)),
            Some(error) => app.ui.warn(format!("{channel} to {to}: not sent: {error}")),
        }
    }
    let summary = format!("{} sent, {failed} not", rows.len() - failed);
    Ok(if failed == 0 { Verdict::well(summary) } else { Verdict::incomplete(summary) })
}

/// A message for each address.
fn intents(args: &Args, project: &Project, app: &App) -> Result<Vec<Intent>, Failure> {
    let channels = &project.config.channels;
    let name = &args.channel;
    let channel = channels.get(name).ok_or_else(|| {
        Failure::usage(format!("tillwatch.toml has no [channels.{name}]"))
            .nearest(name, channels.keys().map(String::as_str))
    })?;
    let intent = |person: &str, address: &str| Intent::new(Kind::Test, name, person, address);
    let to = match (channel.address_kind(), &args.to) {
        (None, None) => return Ok(vec![intent(name, name)]),
        (None, Some(_)) => {
            return Err(Failure::usage(format!("{name} has one destination of its own; leave --to out")));
        }
        (Some(kind), None) => {
            return Err(Failure::usage(format!("{name} needs an address of the kind {kind}"))
                .hint(format!("say who: tillwatch alerts test {name} --to NAME")));
        }
        (Some(kind), Some(to)) => (kind, to),
    };
    let ((kind, to), directory) = (to, &project.inventory.directory);
    if !directory.knows(to) {
        return if is_address(to) {
            Ok(vec![intent(to, to)])
        } else {
            Err(Failure::usage(format!("nobody is called {to}, and it is no address"))
                .nearest(to, directory.names()))
        };
    }
    let found = directory.addresses(to, kind, None, app.now());
    if found.is_empty() {
        return Err(Failure::usage(format!("{to} has no address of the kind {kind}")));
    }
    Ok(found.iter().map(|found| intent(&found.person, &found.address)).collect())
}

/// Whether a text looks like an address rather than a mistyped name.
fn is_address(text: &str) -> bool {
    text.contains('@') || text.starts_with(|first: char| first.is_ascii_digit() || "+#".contains(first))
}

/// What became of the test's messages. One that was not sent is of no use later: it is not left to be tried again.
fn settled(app: &App, database: &Database, subject: &Subject) -> Result<Vec<OutboxRow>, Failure> {
    let rows = database.write(|session| {
        for row in rows_of_subject(session, subject)?.iter().filter(|row| row.may_be_dropped()) {
            let reason = row.error.as_deref().unwrap_or("no attempt was made");
            drop_row(session, row, reason, app.now())?;
        }
        rows_of_subject(session, subject)
    })?;
    Ok(rows)
}
