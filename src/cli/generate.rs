//! `tillwatch generate`: what packages carry beside the binary, from the command line's own types.

use std::fs;
use std::path::PathBuf;

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::Cli;
use crate::app::{App, Failure, Verdict};

/// Write man pages or shell completions into a folder, for packages.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: tillwatch generate man /usr/local/share/man/man1")]
pub(crate) struct Args {
    /// What to write.
    #[arg(value_enum)]
    kind: Kind,
    /// The folder, made if need be.
    folder: PathBuf,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Kind {
    Man,
    Completions,
}

pub(crate) fn run(args: &Args, app: &App) -> Result<Verdict, Failure> {
    let folder = &args.folder;
    let mut command = Cli::command();
    let written = fs::create_dir_all(folder).and_then(|()| match args.kind {
        Kind::Man => clap_mangen::generate_to(command, folder),
        Kind::Completions => {
            [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell].into_iter().try_for_each(|shell| {
                clap_complete::generate_to(shell, &mut command, "tillwatch", folder).map(drop)
            })
        }
    });
    written.map_err(|error| Failure::incomplete(format!("{}: {error}", folder.display())))?;
    app.ui.status(format!("wrote {}", folder.display()));
    Ok(Verdict::well("written"))
}
