//! Rotation as loggers and logrotate do it: every line once.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{LOG, age, append, project, sent};
use crate::support::Place;
use crate::support::receiver::Receiver;

#[test]
fn a_file_renamed_by_rotation_goes_on_and_its_successor_begins() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    place.run(&["logs", "ship"]).exits(0);
    append(&place, LOG, "two\n");
    fs::rename(place.path(LOG), place.path("logs/Касса 1/app.log.1")).unwrap();
    append(&place, LOG, "one\nthree\n");
    age(&place, "logs/Касса 1/app.log.1", 10);
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["one", "two", "one", "three"]);
}

#[test]
fn winstons_numbering_needs_no_names_to_stay() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    let name = |number: u32| {
        format!("logs/Касса 1/app{}.log", if number == 0 { String::new() } else { number.to_string() })
    };
    let mut expected = Vec::new();
    for number in 0..5 {
        // Lines carry no timestamp: files begin alike.
        append(&place, &name(number), "{\"message\":\"start\"}\n");
        place.run(&["logs", "ship"]).exits(0);
        append(&place, &name(number), format!("{{\"n\":{number}}}\n"));
        age(&place, &name(number), 100 - u64::from(number));
        if number >= 2 {
            // What is deleted unshipped is lost, and only that.
            place.run(&["logs", "ship"]).exits(0);
            fs::remove_file(place.path(&name(number - 2))).unwrap();
        }
        expected.extend(["{\"message\":\"start\"}".to_owned(), format!("{{\"n\":{number}}}")]);
    }
    place.run(&["logs", "ship"]).exits(0);
    let (mut sent, mut expected) = (sent(&receiver), expected);
    sent.sort();
    expected.sort();
    assert_eq!(sent, expected);
}

#[test]
fn a_file_emptied_in_place_begins_anew_and_its_copy_goes_on() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    let old: Vec<String> = (0..40).map(|number| format!("old line {number}")).collect();
    append(&place, LOG, old.join("\n") + "\n");
    place.run(&["logs", "ship"]).exits(0);
    append(&place, LOG, "unshipped\n");
    fs::copy(place.path(LOG), place.path("logs/Касса 1/app.log.1")).unwrap();
    File::options().write(true).truncate(true).open(place.path(LOG)).unwrap();
    append(&place, LOG, "new\n");
    let ran = place.run(&["logs", "ship"]).exits(0);
    assert!(!ran.stderr.contains("emptied"), "its copy has all of it: {}", ran.stderr);
    let mut rest = sent(&receiver).split_off(40);
    rest.sort();
    assert_eq!(rest, ["new", "unshipped"]);
    // Grown beyond where it was before: told by its content, not by its length.
    let longer: Vec<String> = (0..80).map(|number| format!("fresh {number}")).collect();
    File::options().write(true).truncate(true).open(place.path(LOG)).unwrap();
    append(&place, LOG, longer.join("\n") + "\n");
    let ran = place.run(&["logs", "ship"]).exits(0);
    assert!(ran.stderr.contains("emptied or replaced"), "{}", ran.stderr);
    assert_eq!(sent(&receiver).split_off(42), longer);
}

#[test]
fn a_last_line_is_held_until_its_break_or_until_the_file_is_finished() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "whole\nhal");
    let held = |ran: crate::support::Ran| ran.exits(0).json()["files"][0]["held"].clone();
    assert_eq!(held(place.run(&["logs", "ship", "--format", "json"])), 3);
    assert_eq!(held(place.run(&["logs", "ship", "--format", "json"])), 3);
    append(&place, LOG, "f\nlast words");
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["whole", "half"]);

    fs::rename(place.path(LOG), place.path("logs/Касса 1/app1.log")).unwrap();
    append(&place, LOG, "next\n");
    age(&place, "logs/Касса 1/app1.log", 10);
    place.run(&["logs", "ship"]).exits(0);
    place.run(&["logs", "ship"]).exits(0);
    let mut rest = sent(&receiver).split_off(2);
    rest.sort();
    assert_eq!(rest, ["last words", "next"]);
}

/// Compresses a file beside itself, as `gzip --keep` does.
fn pack(place: &Place, name: &str) {
    let mut packed =
        GzEncoder::new(File::create(place.path(&format!("{name}.gz"))).unwrap(), Compression::fast());
    packed.write_all(&fs::read(place.path(name)).unwrap()).unwrap();
    packed.finish().unwrap();
}

#[test]
fn a_compressed_part_goes_on_where_its_original_was_and_not_before_that_has_gone() {
    const PART: &str = "logs/Касса 1/app.log.1";
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    place.run(&["logs", "ship"]).exits(0);
    append(&place, LOG, "two\nlast words");
    fs::rename(place.path(LOG), place.path(PART)).unwrap();
    pack(&place, PART);
    fs::remove_file(place.path(PART)).unwrap();
    append(&place, LOG, "three\n");
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["one", "two", "last words", "three"]);

    append(&place, LOG, "four\n");
    fs::rename(place.path(LOG), place.path(PART.replace(".1", ".2").as_str())).unwrap();
    pack(&place, &PART.replace(".1", ".2"));
    place.run(&["logs", "ship"]).exits(0);
    fs::remove_file(place.path(&PART.replace(".1", ".2"))).unwrap();
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver).split_off(4), ["four"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_comes_to_mean_another_file_repeats_nothing() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    let (link, part) = (place.path(LOG), |number: u8| format!("logs/Касса 1/app-{number}.log"));
    for number in 1..=2 {
        append(&place, &part(number), format!("{number}\n"));
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink(place.path(&part(number)), &link).unwrap();
        place.run(&["logs", "ship"]).exits(0);
        append(&place, LOG, format!("{number} more\n"));
    }
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["1", "1 more", "2", "2 more"]);
}

#[test]
fn a_file_deleted_and_made_again_begins_anew_whatever_number_it_gets() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    let mut expected = Vec::new();
    for round in 0..4 {
        let lines = ["start".to_owned(), format!("round {round}")];
        append(&place, LOG, lines.join("\n") + "\n");
        expected.extend(lines);
        place.run(&["logs", "ship"]).exits(0);
        fs::remove_file(place.path(LOG)).unwrap();
    }
    assert_eq!(sent(&receiver), expected);
}

/// Debian's own, as a distribution's logs are rotated.
#[rstest::rstest]
#[case::renamed("create")]
#[case::emptied("copytruncate")]
#[case::compressed("create\n compress")]
#[case::compressed_later("create\n compress\n delaycompress")]
#[case::emptied_and_compressed("copytruncate\n compress")]
#[ignore = "needs logrotate; scripts/test runs it"]
fn logrotate_rotates_between_runs_and_every_line_arrives_once(#[case] how: &str) {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    let log = place.path(LOG);
    place.write("logrotate.conf", &format!("\"{}\" {{\n rotate 9\n missingok\n {how}\n}}\n", log.display()));
    let mut expected = Vec::new();
    for round in 0..4 {
        for part in ["shipped", "unshipped"] {
            let lines: Vec<String> =
                (0..30).map(|n| format!("{{\"round\":{round},\"n\":{n},\"{part}\":1}}")).collect();
            append(&place, LOG, lines.join("\n") + "\n");
            expected.extend(lines);
            if part == "shipped" {
                place.run(&["logs", "ship"]).exits(0);
            }
        }
        let rotated = Command::new("/usr/sbin/logrotate")
            .args(["--force", "--state"])
            .args([place.path("logrotate.state"), place.path("logrotate.conf")])
            .output()
            .unwrap();
        assert!(rotated.status.success(), "{}", String::from_utf8_lossy(&rotated.stderr));
    }
    place.run(&["logs", "ship"]).exits(0);
    let mut lines = sent(&receiver);
    lines.sort();
    expected.sort();
    assert_eq!(lines, expected);
}

/// The real loggers with the options of the plans, rotating while they are shipped.
#[rstest::rstest]
#[case::file("write.js", "app2.log")]
#[case::daily("write-daily.js", ".gz")]
#[ignore = "needs npm's winston; scripts/test runs it"]
fn winston_rotates_while_its_lines_are_shipped_and_each_arrives_once(
    #[case] script: &str,
    #[case] rotated: &str,
) {
    const LINES: usize = 3000;
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/winston");
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/npm-winston");
    install(&fixture, &modules);
    let mut writer = Command::new("node")
        .arg(modules.join(script))
        .args([place.path(LOG).to_str().unwrap(), &LINES.to_string()])
        .spawn()
        .unwrap();
    while writer.try_wait().unwrap().is_none() {
        place.run(&["logs", "ship"]).exits(0);
    }
    assert!(writer.wait().unwrap().success());
    place.run(&["logs", "ship"]).exits(0);
    let parts = fs::read_dir(place.path("logs/Касса 1")).unwrap();
    let mut names = parts.map(|part| part.unwrap().file_name().into_string().unwrap());
    assert!(names.any(|name| name.ends_with(rotated)), "it rotated");
    let mut lines = sent(&receiver);
    let number =
        |line: &String| serde_json::from_str::<serde_json::Value>(line).unwrap()["n"].as_u64().unwrap();
    lines.sort_by_key(number);
    assert_eq!(lines.iter().map(number).collect::<Vec<_>>(), (0..LINES as u64).collect::<Vec<_>>());
}

/// Installs the fixture's packages into a folder of the build, once.
fn install(fixture: &Path, modules: &Path) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap();
    fs::create_dir_all(modules).unwrap();
    for name in ["package.json", "write.js", "write-daily.js"] {
        fs::copy(fixture.join(name), modules.join(name)).unwrap();
    }
    if modules.join("node_modules/winston-daily-rotate-file").exists() {
        return;
    }
    let npm = Command::new("npm")
        .args(["install", "--package-lock=false", "--no-audit", "--no-fund", "--silent"])
        .current_dir(modules)
        .status()
        .unwrap();
    assert!(npm.success(), "npm install failed");
}
