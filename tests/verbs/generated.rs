//! Man pages and completions: what is committed is what the command line's own types give.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::support::Place;

/// The files of a folder by name.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).unwrap();
            (entry.file_name().into_string().unwrap(), text.replace("\r\n", "\n"))
        })
        .collect()
}

#[rstest::rstest]
#[case("man", "tillwatch-schedule-next.1")]
#[case("completions", "tillwatch.bash")]
fn what_is_committed_is_what_the_command_line_gives(#[case] kind: &str, #[case] one: &str) {
    let place = Place::new();
    let _ = place.run(&["generate", kind, "made"]).exits(0);
    let made = files(&place.path("made"));
    let committed = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(kind));
    let differs = |name: &&String| made.get(*name) != committed.get(*name);
    let stale: Vec<_> = made.keys().chain(committed.keys()).filter(differs).collect();
    assert!(stale.is_empty(), "run scripts/generate and commit what it wrote; these differ: {stale:?}");
    assert!(made.contains_key(one), "{:?}", made.keys());
}

#[test]
fn completions_are_there_for_four_shells_and_know_the_verbs() {
    let made = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("completions"));
    for file in ["tillwatch.bash", "_tillwatch", "tillwatch.fish", "_tillwatch.ps1"] {
        assert!(made[file].contains("evaluate-alerts"), "{file}");
    }
}
