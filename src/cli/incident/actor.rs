//! Who acts, and how an act on one incident is carried out.

use super::found::{Found, unknown};
use crate::app::{App, Failure, Format};
use crate::cli::office::{Office, person};
use crate::db::{DbError, Session};
use crate::incident::{Act, Desk, Done};

/// Who acts.
#[derive(Debug, clap::Args)]
pub(super) struct Actor {
    /// Who acts.
    #[arg(long, value_name = "NAME", env = "USER", value_parser = person)]
    pub by: String,

    /// Say what would be done, and do nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Actor {
    /// Whether nothing is kept.
    pub(super) fn is_dry(&self, app: &App) -> bool {
        self.dry_run || app.dry_run()
    }

    /// Carries an act out and gives the incident as it is then, or says why it cannot be done.
    ///
    /// A dry run goes through all of it as well, and keeps nothing.
    pub(super) fn perform(
        &self,
        app: &App,
        office: &Office,
        id: i64,
        comment: Option<&str>,
        act: impl Fn(&Act<'_>, &mut dyn Session, &Desk<'_>) -> Result<Done, DbError>,
    ) -> Result<Found, Failure> {
        let (desk, is_dry) = (office.desk(), self.is_dry(app));
        let who = Act { by: &self.by, comment, now: app.now() };
        let mut came = None;
        let kept = office.database.write(|session| {
            let done = act(&who, session, &desk)?;
            came = Some((done, Found::read(session, &desk, id, app.now())?));
            if is_dry { Err(DbError::Refused("a dry run keeps nothing".into())) } else { Ok(()) }
        });
        match (came, kept) {
            (Some((done, found)), kept) if is_dry || kept.is_ok() => match (done, found) {
                (Done::Well, Some(found)) => Ok(found),
                (done, _) => Err(refused(id, &done)),
            },
            (_, Err(error)) => Err(error.into()),
            (_, Ok(())) => Err(unknown(id)),
        }
    }

    /// Says what was done and what follows, or prints the incident as JSON.
    pub(super) fn say(&self, app: &App, format: Format, found: &Found, what: &str) {
        let dry = if self.is_dry(app) { "would be " } else { "" };
        app.ui.status(format!("incident {} {dry}{what}", found.incident.id));
        for line in found.follows() {
            app.ui.status(format!("next: {line}"));
        }
        if format == Format::Json {
            app.ui.json(found.to_json());
        }
    }
}

/// Why nothing was done.
pub(super) fn refused(id: i64, done: &Done) -> Failure {
    let show = format!("`tillwatch incident show {id}` says how it went");
    match done {
        Done::Well | Done::Unknown => unknown(id),
        Done::Ended => Failure::usage(format!("incident {id} has ended")).hint(show),
        Done::AckedBy(by) => Failure::usage(format!("incident {id} is acknowledged already, by {by}"))
            .hint(format!("`tillwatch incident ack {id} --undo` takes that back")),
        Done::NotAcked => Failure::usage(format!("nobody has acknowledged incident {id}")).hint(show),
        Done::NoStepLeft => {
            Failure::usage(format!("no step of the escalation of incident {id} is left")).hint(show)
        }
    }
}

/// Acts print nothing on stdout but the incident as JSON, where asked to.
pub(super) fn act_format(app: &App) -> Result<Format, Failure> {
    app.format(&[Format::Text, Format::Json])
}
