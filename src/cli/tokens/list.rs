//! `tillwatch tokens list`.

use jiff::Timestamp;
use serde_json::json;

use crate::app::{App, Failure, Format, Listing, Verdict};
use crate::cli::alerts::time;
use crate::db::{Table, Value};
use crate::token::{Token, list};

/// List tokens, without what they are.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tillwatch tokens list --all")]
pub(super) struct Args {
    /// Those too that have expired or are revoked.
    #[arg(long)]
    all: bool,
}

pub(super) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let (format, now) = (app.list_format()?, app.now());
    let mut tokens = app.existing_database(&app.config()?)?.read(list)?;
    tokens.retain(|token| args.all || state(token, now) == "good");
    if format == Format::Json {
        app.ui.json(json!({ "tokens": tokens }));
    } else {
        app.ui.listing(&Listing { name: "tokens", table: table(&tokens, now) }, format);
    }
    Ok(Verdict::well(format!("{} tokens", tokens.len())))
}

fn state(token: &Token, now: Timestamp) -> &'static str {
    match token {
        Token { revoked: Some(_), .. } => "revoked",
        Token { expires: Some(end), .. } if *end <= now => "expired",
        _ => "good",
    }
}

fn table(tokens: &[Token], now: Timestamp) -> Table {
    let columns = ["id", "name", "scope", "store", "state", "created", "by", "expires", "last used"];
    let when = |at: Option<Timestamp>| -> Value { at.map(time).unwrap_or_default().into() };
    let row = |token: &Token| -> Vec<Value> {
        vec![
            token.id.into(),
            token.name.as_str().into(),
            token.scope.as_str().into(),
            token.store.clone().unwrap_or_default().into(),
            state(token, now).into(),
            when(token.created),
            token.created_by.as_str().into(),
            when(token.expires),
            when(token.last_used),
        ]
    };
    Table { columns: columns.map(str::to_owned).to_vec(), rows: tokens.iter().map(row).collect() }
}
