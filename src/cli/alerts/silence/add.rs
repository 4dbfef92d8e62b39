//! `tillwatch alerts silence add`.

use jiff::Timestamp;
use serde_json::json;

use super::to_json;
use crate::alert::open_alerts;
use crate::app::{App, Failure, Format, Verdict};
use crate::audit;
use crate::cli::alerts::matchers::shell_matchers;
use crate::cli::alerts::time;
use crate::cli::office::person;
use crate::db::{DbError, Session};
use crate::incident::{Silence, silence};
use crate::label::{Labels, Matchers};
use crate::render::plural;
use crate::time::Duration;

/// Hold back what matching alerts have to say, for a while and for a reason.
///
/// Prints the silence's number. All matchers must match: `store_id=3`, `severity!=P0`, `alertname=~"Success.*"`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  tillwatch alerts silence add alertname=HeartbeatMissed store_id=~\"1|2\" --for 2h --reason \"new tills\""
)]
pub(super) struct Args {
    /// Which alerts are meant.
    #[arg(value_name = "MATCHER", value_parser = shell_matchers)]
    matchers: Vec<Matchers>,

    /// How long it lasts.
    #[arg(
        long = "for",
        value_name = "DURATION",
        conflicts_with = "until",
        required_unless_present = "until"
    )]
    lasts: Option<Duration>,

    /// When it ends.
    #[arg(long, value_name = "RFC3339")]
    until: Option<Timestamp>,

    /// When it begins; at once by default.
    #[arg(long, value_name = "RFC3339")]
    from: Option<Timestamp>,

    /// Why.
    #[arg(long, value_name = "TEXT")]
    reason: String,

    /// Who wants it.
    #[arg(long, value_name = "NAME", env = "USER", value_parser = person)]
    by: String,

    /// Let it match alerts whatever their labels are.
    #[arg(long)]
    all: bool,

    /// Say what would be held back, and do nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.format(&[Format::Text, Format::Json])?;
    let mut wanted = args.silence(app.now())?;
    let database = app.database(&app.config()?)?;
    let open = database.read(open_alerts)?;
    let matching =
        open.iter().filter(|alert| alert.state_name() == "firing" && wanted.matchers.matches(&alert.labels));
    let held: Vec<i64> = matching.map(|alert| alert.id).collect();
    let is_dry = args.dry_run || app.dry_run();
    if !is_dry {
        wanted.id = database.write(|session| put(session, &wanted, app.now()))?;
    }
    let name =
        if is_dry { "would hold back".to_owned() } else { format!("silence {} holds back", wanted.id) };
    let matchers = &wanted.matchers;
    let verb = if held.len() == 1 { "fires" } else { "fire" };
    let fire = format!("{} {verb}", plural(held.len(), "matching alert"));
    let (starts, ends) = (time(wanted.starts), time(wanted.ends));
    app.ui.status(format!("{name} {matchers} from {starts} to {ends}; {fire} now"));
    if format == Format::Json {
        let mut document = to_json(&wanted, app.now());
        document["firing"] = held.into();
        app.ui.json(json!({ "silence": document }));
    } else if !is_dry {
        app.ui.data(&wanted.id.to_string());
    }
    Ok(Verdict::well(format!("{name} {matchers}")))
}

/// Stores a silence with its entry in the audit trail.
fn put(session: &mut dyn Session, wanted: &Silence, now: Timestamp) -> Result<i64, DbError> {
    let id = silence(session, wanted, now)?;
    let detail = json!({
        "matchers": wanted.matchers.to_string(),
        "starts": wanted.starts,
        "ends": wanted.ends,
        "reason": wanted.reason,
    });
    audit::record(session, now, &wanted.author, "silence", &format!("silence:{id}"), &detail)?;
    Ok(id)
}

impl Args {
    /// The silence that is wanted, not yet numbered.
    fn silence(&self, now: Timestamp) -> Result<Silence, Failure> {
        let starts = self.from.unwrap_or(now);
        let lasts = |lasts: Duration| starts.checked_add(lasts.signed()).unwrap_or(Timestamp::MAX);
        let ends = self.until.or(self.lasts.map(lasts)).unwrap_or(starts);
        let matchers: Matchers = self.matchers.iter().cloned().collect();
        if ends <= starts {
            return Err(Failure::usage(format!(
                "it would end at {}, not after its beginning at {}",
                time(ends),
                time(starts)
            ))
            .hint("give a --for above 0, or an --until after --from"));
        }
        if ends <= now {
            return Err(Failure::usage(format!("it would have ended at {}, before now", time(ends))));
        }
        if self.reason.trim().is_empty() {
            return Err(Failure::usage("the reason is empty").hint("say why: others will ask"));
        }
        if matchers.matches(&Labels::default()) && !self.all {
            return Err(Failure::usage(format!("{matchers} matches alerts whatever their labels are"))
                .hint("add a matcher that names a value, such as store_id=3, or mean it by --all"));
        }
        let (author, reason) = (self.by.clone(), self.reason.clone());
        Ok(Silence { id: 0, matchers, starts, ends, author, reason })
    }
}
