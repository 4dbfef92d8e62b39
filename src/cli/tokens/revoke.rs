//! `tillwatch tokens revoke`.

use crate::app::{App, Failure, Verdict};
use crate::token::{Revoked, revoke};

/// Make a token good for nothing; a running `serve` refuses it within seconds.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch tokens revoke 3")]
pub(super) struct Args {
    /// The token's number, as `tokens list` prints it.
    #[arg(value_name = "ID")]
    id: i64,

    /// Who revokes it.
    #[arg(long, value_name = "NAME", env = "USER")]
    by: String,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    if app.dry_run() {
        return Err(Failure::usage("a token is revoked in the present: leave --now out, or add --commit"));
    }
    let (id, now) = (args.id, app.now());
    let database = app.existing_database(&app.config()?)?;
    match database.write(|session| revoke(session, id, &args.by, now))? {
        Revoked::Now => app.ui.status(format!("token {id} is revoked")),
        Revoked::Already => app.ui.status(format!("token {id} was revoked before")),
        Revoked::Unknown => {
            return Err(Failure::usage(format!("there is no token {id}"))
                .hint("`tillwatch tokens list --all` lists them"));
        }
    }
    Ok(Verdict::well(format!("token {id} revoked")))
}
