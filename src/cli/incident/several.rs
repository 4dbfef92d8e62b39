//! One act on several incidents: which ones, what became of each, and whether it held for all.

use serde_json::json;

use super::actor::{Actor, refused};
use super::list::is_of;
use crate::alert::of_incident;
use crate::app::{App, Failure, Format, Verdict};
use crate::cli::office::Office;
use crate::cli::which::Which;
use crate::db::{DbError, Session};
use crate::incident::{Act, Desk, Done, Incident, list};
use crate::render::plural;

/// All incidents that match, in place of numbers.
#[derive(Debug, clap::Args)]
pub(super) struct Selection {
    /// All open incidents, or those that --severity, --rule and --store name.
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    which: Which,
}

/// What somebody acts on.
pub(super) enum Chosen {
    One(i64),
    Several(Vec<i64>),
}

/// What became of an act on each incident, in the order of their numbers.
pub(super) type Outcomes = Vec<(i64, Done)>;

impl Selection {
    /// The incidents with these numbers, or with `--all` those that match and that `may` leaves.
    pub(super) fn chosen(
        &self,
        app: &App,
        office: &Office,
        ids: &[i64],
        may: impl Fn(&Incident) -> bool,
    ) -> Result<Chosen, Failure> {
        match (ids, self.all) {
            ([], true) => Ok(Chosen::Several(self.matching(app, office, may)?)),
            ([], false) => Err(Failure::usage("say which incident: its number, or --all")
                .hint("`tillwatch incident list` lists those that are open")),
            (_, true) => Err(Failure::usage("--all acts on all that match: leave the numbers out")),
            _ if !self.which.is_empty() => Err(Failure::usage(
                "--severity, --rule and --store choose among --all: leave the numbers out",
            )),
            ([id], false) => Ok(Chosen::One(*id)),
            (ids, false) => {
                let mut ids = ids.to_vec();
                ids.sort_unstable();
                ids.dedup();
                Ok(Chosen::Several(ids))
            }
        }
    }

    fn matching(
        &self,
        app: &App,
        office: &Office,
        may: impl Fn(&Incident) -> bool,
    ) -> Result<Vec<i64>, Failure> {
        self.which.check(office)?;
        let ((since, until), desk) = (app.recent(None), office.desk());
        let mut ids = office.database.read(|session| {
            let mut ids = Vec::new();
            for incident in list(session, since, until)? {
                let alerts = of_incident(session, incident.id)?;
                if incident.closed.is_none()
                    && may(&incident)
                    && is_of(&self.which, &incident, &alerts, &desk)
                {
                    ids.push(incident.id);
                }
            }
            Ok(ids)
        })?;
        ids.sort_unstable();
        Ok(ids)
    }
}

impl Actor {
    /// Carries an act out on several incidents at once; where it cannot be done on one it is done on the others.
    pub(super) fn perform_all(
        &self,
        app: &App,
        office: &Office,
        comment: Option<&str>,
        act: impl Fn(&Act<'_>, &mut dyn Session, &Desk<'_>) -> Result<Outcomes, DbError>,
    ) -> Result<Outcomes, Failure> {
        let (desk, is_dry) = (office.desk(), self.is_dry(app));
        let who = Act { by: &self.by, comment, now: app.now() };
        let mut came = None;
        let kept = office.database.write(|session| {
            came = Some(act(&who, session, &desk)?);
            if is_dry { Err(DbError::Refused("a dry run keeps nothing".into())) } else { Ok(()) }
        });
        match (came, kept) {
            (Some(outcomes), _) if is_dry => Ok(outcomes),
            (_, Err(error)) => Err(error.into()),
            (came, Ok(())) => Ok(came.unwrap_or_default()),
        }
    }

    /// Says what became of each. It is well only if the act held for all.
    pub(super) fn say_all(
        &self,
        app: &App,
        format: Format,
        outcomes: &Outcomes,
        what: &str,
    ) -> Result<Verdict, Failure> {
        let dry = if self.is_dry(app) { "would be " } else { "" };
        let why = |id: i64, done: &Done| (*done != Done::Well).then(|| refused(id, done).message);
        for (id, done) in outcomes {
            match why(*id, done) {
                None => app.ui.status(format!("incident {id} {dry}{what}")),
                Some(why) => app.ui.warn(why),
            }
        }
        if outcomes.is_empty() {
            app.ui.status("no open incident matches");
        }
        if format == Format::Json {
            let act = |(id, done): &(i64, Done)| {
                let why = why(*id, done);
                json!({ "incident": id, "done": why.is_none(), "why": why })
            };
            app.ui.json(json!({ "acts": outcomes.iter().map(act).collect::<Vec<_>>() }));
        }
        let all = outcomes.len();
        match outcomes.iter().filter(|(_, done)| *done != Done::Well).count() {
            0 => Ok(Verdict::well(format!("{} {dry}{what}", plural(all, "incident")))),
            failed => Err(Failure::usage(format!("not done on {failed} of {all} incidents"))),
        }
    }
}

/// Acts on each incident by itself.
pub(super) fn each(
    ids: &[i64],
    mut act: impl FnMut(i64) -> Result<Done, DbError>,
) -> Result<Outcomes, DbError> {
    ids.iter().map(|id| Ok((*id, act(*id)?))).collect()
}
