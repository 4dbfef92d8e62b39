//! Debian's Chromium, driven by the scripts of tests/fixtures/pages.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a script in a folder of the build, where it finds its packages and leaves its pictures; it must find nothing wrong.
///
/// It is given what `args` makes of that folder.
pub(crate) fn look(script: &str, args: impl FnOnce(&Path) -> Vec<String>) {
    let folder = installed();
    let looked = Command::new("node").arg(folder.join(script)).args(args(&folder)).output().unwrap();
    let [out, err] = [looked.stdout, looked.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(looked.status.success(), "{out}\n{err}");
}

/// The scripts with their packages, as the lock file has them, in a folder of the build. Two tests may come here at once.
fn installed() -> PathBuf {
    static ONCE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one = ONCE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (fixture, folder) = (root.join("tests/fixtures/pages"), root.join("target/npm-pages"));
    std::fs::create_dir_all(&folder).unwrap();
    for file in std::fs::read_dir(fixture).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
    let has = |name: &str| folder.join("node_modules").join(name).exists();
    if !(has("playwright-core") && has("axe-core")) {
        let npm = ["ci", "--no-audit", "--no-fund", "--silent"];
        let npm = Command::new("npm").args(npm).current_dir(&folder).status();
        assert!(npm.unwrap().success(), "npm ci failed");
    }
    folder
}
