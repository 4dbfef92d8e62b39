//! Debian's Chromium, driven by the scripts of tests/fixtures/pages.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The scripts beside the packages that their lock file names, installed into a folder of the build once.
static SCRIPTS: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (fixture, scripts) = (root.join("tests/fixtures/pages"), root.join("target/npm-pages"));
    std::fs::create_dir_all(&scripts).unwrap();
    for file in std::fs::read_dir(&fixture).unwrap().map(Result::unwrap) {
        std::fs::copy(file.path(), scripts.join(file.file_name())).unwrap();
    }
    let is_there = |package: &str| scripts.join("node_modules").join(package).exists();
    if !is_there("playwright-core") || !is_there("axe-core") {
        let npm = Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--silent"])
            .current_dir(&scripts)
            .status();
        assert!(npm.unwrap().success(), "npm ci failed");
    }
    scripts
});

/// Runs a script, which gets these arguments and a folder for its pictures, and says what is wrong.
#[track_caller]
pub(crate) fn look(script: &str, args: &[&str]) {
    let looked = Command::new("node").arg(SCRIPTS.join(script)).args(args).arg(&*SCRIPTS).output().unwrap();
    let [out, err] = [looked.stdout, looked.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(looked.status.success(), "{out}\n{err}");
}
