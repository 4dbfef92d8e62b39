//! `tillwatch init`.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::app::{App, Failure, Listing, Verdict};
use crate::config::{CONFIG_FILE, PROFILES, Profile, nearest};
use crate::db::Table;

/// Write a new project.
///
/// The project is a commented tillwatch.toml and the folders queries/, rules/ and templates/ for your own definitions.
/// No existing file is overwritten. Without a profile, list the profiles.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch init cashier monitoring")]
pub(crate) struct Args {
    /// What kind of project to start from.
    profile: Option<String>,
    /// The folder to write it to; made if it is not there.
    #[arg(default_value = ".")]
    dir: PathBuf,
}

pub(crate) fn run(args: Args, app: &App) -> Result<Verdict, Failure> {
    let Args { profile, dir } = args;
    let Some(name) = profile else { return list(app) };
    let profile = Profile::find(&name).ok_or_else(|| unknown(&name))?;
    refuse_existing(profile, &dir)?;
    for (path, text) in profile.files() {
        write(&dir.join(path), text)?;
        app.ui.data(&dir.join(path).display().to_string());
    }
    app.ui.status(next_steps(&dir));
    Ok(Verdict::well(format!("wrote a {name} project to {}", dir.display())))
}

fn list(app: &App) -> Result<Verdict, Failure> {
    let rows = PROFILES.iter().map(|profile| vec![profile.name.into(), profile.help.into()]).collect();
    let table = Table { columns: vec!["profile".into(), "for".into()], rows };
    app.ui.listing(&Listing { name: "profiles", table }, app.list_format()?);
    app.ui.status("start from one: tillwatch init PROFILE [DIR]");
    Ok(Verdict::well("listed the profiles"))
}

fn unknown(name: &str) -> Failure {
    let failure = Failure::usage(format!("no profile {name}"));
    match nearest(name, PROFILES.iter().map(|profile| profile.name)) {
        Some(near) => failure.hint(format!("did you mean {near}?")),
        None => failure.hint("`tillwatch init` lists the profiles"),
    }
}

/// Looks at all files before the first is written, so that a refusal leaves nothing behind.
fn refuse_existing(profile: Profile, dir: &Path) -> Result<(), Failure> {
    let found = profile.files().map(|(path, _)| dir.join(path)).find(|path| path.symlink_metadata().is_ok());
    found.map_or(Ok(()), |path| Err(existing(&path)))
}

fn existing(path: &Path) -> Failure {
    Failure::usage(format!("{} is there already; nothing was overwritten", path.display()))
        .hint("name an empty folder: tillwatch init PROFILE DIR")
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let written = path
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| File::create_new(path))
        .and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => existing(path),
        _ => Failure::incomplete(format!("write {}: {error}", path.display())),
    })
}

fn next_steps(dir: &Path) -> String {
    let file = dir.join(CONFIG_FILE);
    format!(
        "\nEdit the lines marked EDIT in {}; then, in its folder:\n\n  \
         tillwatch check                          find every mistake in the project\n  \
         tillwatch probe                          see what answers\n  \
         tillwatch schedule print --as crontab    let cron run the rest",
        file.display()
    )
}
