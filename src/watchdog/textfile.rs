//! Files for a text-file collector, such as the one of `node_exporter`.

use std::ffi::OsString;
use std::path::Path;
use std::{fs, io};

/// Writes a file so that a reader sees the old one or the new one, never a part. Everybody may read it: collectors run as
/// users of their own.
pub(crate) fn write_textfile(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().ok_or_else(|| io::Error::other("names no file"))?;
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::other("is no regular file"));
    }
    // Collectors read `*.prom`; this must not be one of them.
    let mut temporary = OsString::from(name);
    temporary.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(temporary);
    let written = fs::write(&temporary, text)
        .and_then(|()| let_everybody_read(&temporary))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // It may never have been made.
        let _ = fs::remove_file(&temporary);
    }
    written
}

#[cfg(unix)]
fn let_everybody_read(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;

    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn let_everybody_read(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_put_in_place_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        assert!(write_textfile(&path, "x").is_err());
        assert!(write_textfile(&folder.path().join("absent/file"), "x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
