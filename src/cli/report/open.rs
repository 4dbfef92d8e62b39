//! `tillwatch report … --open`: the page in a browser.

use std::env;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::app::Failure;

/// Keeps a page where a browser can read it when this process has ended.
pub(super) fn keep(page: &str, name: &str) -> Result<PathBuf, Failure> {
    let failed = |error: std::io::Error| Failure::incomplete(format!("cannot keep the page: {error}"));
    let prefix = format!("tillwatch-{name}-");
    let file = tempfile::Builder::new().prefix(&prefix).suffix(".html").tempfile().map_err(failed)?;
    file.as_file().write_all(page.as_bytes()).map_err(failed)?;
    file.keep().map(|(_, path)| path).map_err(|error| failed(error.error))
}

/// Opens a file with `$BROWSER`, or with what the system opens pages with.
pub(super) fn open(path: &Path) -> Result<(), Failure> {
    let chosen = env::var_os("BROWSER").filter(|browser| !browser.is_empty());
    let words: Vec<OsString> = match chosen {
        Some(browser) => vec![browser],
        None if cfg!(windows) => ["cmd", "/c", "start", ""].map(OsString::from).to_vec(),
        None if cfg!(target_os = "macos") => vec!["open".into()],
        None => vec!["xdg-open".into()],
    };
    let (program, options) = words.split_first().ok_or_else(|| Failure::incomplete("no browser"))?;
    let mut command = Command::new(program);
    command.args(options).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let cannot = |reason: String| {
        Failure::incomplete(format!("{} does not open {}: {reason}", program.display(), path.display()))
            .hint("name a browser by BROWSER, or write the page with `--format html --output FILE`")
    };
    let ended = command.status().map_err(|error| cannot(error.to_string()))?;
    if ended.success() { Ok(()) } else { Err(cannot(ended.to_string())) }
}
