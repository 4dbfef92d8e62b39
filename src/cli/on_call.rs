//! `tillwatch on-call`.

use jiff::{SignedDuration, Timestamp};

use crate::app::{App, Failure, Listing, Verdict};
use crate::config::nearest;
use crate::db::{Table, Value};
use crate::inventory::{Inventory, Rotation, Shift};

/// List who is on call, and when the next hand-over is.
///
/// A row is a time for which somebody is on call, overrides included; the first of each rotation holds now. `until` is
/// the hand-over, empty where there is none. Times are those of the rotation's time zone.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch on-call --days 14")]
pub(crate) struct Args {
    /// The rotations; all of them where none is named.
    rotations: Vec<String>,
    /// Also list who comes on call within so many days.
    #[arg(long, default_value_t = 0, value_name = "N", value_parser = clap::value_parser!(u16).range(..=366))]
    days: u16,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let format = app.list_format()?;
    let directory = Inventory::new(&app.config()?)?.directory;
    let known: Vec<_> = directory.rotations().collect();
    if let Some(unknown) = args.rotations.iter().find(|name| known.iter().all(|(known, _)| known != name)) {
        return Err(no_rotation(unknown, known.iter().map(|(name, _)| *name)));
    }
    let until = app.now().saturating_add(SignedDuration::from_hours(24 * i64::from(args.days)));
    let until = until.unwrap_or(Timestamp::MAX);
    let asked = known
        .iter()
        .filter(|(name, _)| args.rotations.is_empty() || args.rotations.iter().any(|n| n == name));
    let rows: Vec<_> = asked.flat_map(|(name, rotation)| rows(name, rotation, app.now(), until)).collect();
    let columns = ["rotation", "on_call", "from", "until", "time_zone"].map(str::to_owned).to_vec();
    app.ui.listing(&Listing { name: "rotations", table: Table { columns, rows } }, format);
    Ok(Verdict::well(format!("{} rotations", known.len())))
}

fn no_rotation<'a>(unknown: &str, known: impl Iterator<Item = &'a str> + Clone) -> Failure {
    let failure = Failure::usage(format!("no rotation {unknown}"));
    match (nearest(unknown, known.clone()), known.clone().next()) {
        (Some(name), _) => failure.hint(format!("did you mean {name}?")),
        (None, Some(_)) => {
            failure.hint(format!("the rotations are {}", known.collect::<Vec<_>>().join(", ")))
        }
        (None, None) => failure.hint(format!("describe it in [rotations.{unknown}]")),
    }
}

fn rows(name: &str, rotation: &Rotation, now: Timestamp, until: Timestamp) -> Vec<Vec<Value>> {
    let zone = rotation.zone();
    let local = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    let row = |shift: Shift<'_>| {
        let handover = shift.until.map(local);
        let zone = zone.iana_name().map(str::to_owned);
        vec![name.into(), shift.who.into(), local(shift.from).into(), handover.into(), zone.into()]
    };
    rotation.shifts(now, until).map(row).collect()
}
