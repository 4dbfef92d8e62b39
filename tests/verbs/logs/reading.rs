//! Where files are, and how their bytes become lines.

use std::fs;

use super::{LOG, append, project, sent};
use crate::support::receiver::Receiver;
use crate::support::{Place, Ran};

#[test]
fn a_path_may_name_a_folder_and_variables_and_hold_letters_and_blanks_of_any_kind() {
    let receiver = Receiver::willing();
    let place = Place::new();
    let entry = format!(
        "version = 1\n[[ship]]\nname = \"app\"\nurl = \"{}\"\n\
         paths = ['%APPDATA%\\Касса *\\logs', \"${{OTHER}}/*.log\"]\n",
        receiver.url()
    );
    place.write("tillwatch.toml", &entry);
    for (name, line) in [
        ("Анна [1]/Касса Восход/logs/app.log", "one\n"),
        ("Анна [1]/Касса Восход/logs/.audit.json", "hidden\n"),
        ("Анна [1]/Касса Восход/logs/old/app.log", "deeper\n"),
        ("other/b.log", "two\n"),
        ("other/b.txt", "else\n"),
    ] {
        place.write(name, line);
    }
    let ship = |variables: &[(&str, &str)]| {
        let variables = variables.iter().map(|(name, folder)| (*name, place.path(folder)));
        Ran::from(place.command(&["logs", "ship"]).envs(variables).output().unwrap())
    };
    let ran = ship(&[("APPDATA", "Анна [1]")]).exits(2);
    assert!(ran.stderr.contains("the environment variable OTHER is not set"), "{}", ran.stderr);
    let _ = ship(&[("APPDATA", "Анна [1]"), ("OTHER", "other")]).exits(0);
    let mut lines = sent(&receiver);
    lines.sort();
    assert_eq!(lines, ["one", "two"]);
}

#[rstest::rstest]
#[case("encoding = \"cp1251\"\n", b"\xca\xe0\xf1\xf1\xe0\r\n", b"\xcf\xf3\xeb\n")]
#[case("encoding = \"cp866\"\n", b"\x8a\xa0\xe1\xe1\xa0\r\n", b"\x8f\xe3\xab\n")]
#[case("", b"\xff\xfe\x1a\x04\x30\x04\x41\x04\x41\x04\x30\x04\r\0\n\0", b"\x1f\x04\x43\x04\x3b\x04\n\0")]
#[case(
    "encoding = \"utf-16be\"\n",
    b"\x04\x1a\x04\x30\x04\x41\x04\x41\x04\x30\0\n",
    b"\x04\x1f\x04\x43\x04\x3b\0\n"
)]
#[case("", b"\xef\xbb\xbf\xd0\x9a\xd0\xb0\xd1\x81\xd1\x81\xd0\xb0\n", b"\xd0\x9f\xd1\x83\xd0\xbb\n")]
fn lines_of_other_encodings_arrive_readable(#[case] more: &str, #[case] first: &[u8], #[case] then: &[u8]) {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), more);
    for bytes in [first, then] {
        append(&place, LOG, bytes);
        place.run(&["logs", "ship"]).exits(0);
    }
    assert_eq!(sent(&receiver), ["Касса", "Пул"]);
}

#[test]
fn an_unknown_encoding_is_a_mistake_that_names_known_ones() {
    let ran = project("http://127.0.0.1:9", "encoding = \"cp12\"\n").run(&["logs", "ship"]).exits(2);
    assert!(ran.stderr.contains("cp12") && ran.stderr.contains("cp1251"), "{}", ran.stderr);
}

#[test]
fn a_stack_trace_is_one_record_and_the_last_one_waits_a_run_for_more() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "multiline_start = '^\\d'\n");
    append(&place, LOG, "1 failed\n\tat a\n\tat b\n2 failed\n\tat c\n");
    let ran = place.run(&["logs", "ship", "--format", "json"]).exits(0);
    assert_eq!(ran.json()["files"][0]["held"], 15);
    append(&place, LOG, "\tat d\n");
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["1 failed\n\tat a\n\tat b"]);
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver).split_off(1), ["2 failed\n\tat c\n\tat d"]);
}

#[test]
fn filters_leave_lines_out_and_count_them() {
    let receiver = Receiver::willing();
    let more =
        "[[ship.filters]]\nevent = [\"sale_*\"]\nkeep = 1\n[[ship.filters]]\nlevel = [\"debug\"]\nkeep = 0\n";
    let place = project(&receiver.url(), more);
    let line = |level: &str, event: &str| format!("{{\"level\":\"{level}\",\"event\":\"{event}\"}}");
    let lines = [line("DEBUG", "poll"), line("debug", "sale_done"), line("info", "poll"), "plain".to_owned()];
    append(&place, LOG, lines.join("\n") + "\n");
    let ran = place.run(&["logs", "ship", "--format", "json"]).exits(0);
    assert_eq!(
        (&ran.json()["files"][0]["lines"], &ran.json()["files"][0]["dropped"]),
        (&3.into(), &1.into())
    );
    assert_eq!(sent(&receiver), lines[1..]);
    fs::remove_file(place.path(LOG)).unwrap();
}

#[rstest::rstest]
#[case("pattern = '(\\w+)'\n", "pattern has none of the groups timestamp, level, event")]
#[case("time_zone = \"Moscow\"\n", "there is no time zone Moscow")]
#[case("[[ship.filters]]\nkeep = 2.0\n", "2 is no share")]
#[case("multiline_start = '('\n", "no regular expression")]
#[case("max_line = 10\n", "max_line is 10; the least is 256")]
#[case("timeout = \"0s\"\n", "0s is no time")]
#[case("[[ship]]\nname = \"b\"\npaths = []\nurl = \"http://x\"\n", "paths is empty")]
#[case("[[ship]]\nname = \"../x\"\npaths = [\"x\"]\nurl = \"http://x\"\n", "begins with no dot")]
#[case(
    "[[ship]]\nname = \"app\"\npaths = [\"x\"]\nurl = \"http://x\"\n",
    "two [[ship]] entries are called app"
)]
fn settings_that_cannot_be_are_mistakes_to_check_as_well(#[case] more: &str, #[case] said: &str) {
    let place = project("http://127.0.0.1:9", more);
    assert!(place.run(&["logs", "ship"]).exits(2).stderr.contains(said));
    let checked = place.run(&["check"]).exits(2);
    assert!(
        format!("{}{}", checked.stdout, checked.stderr).contains(said),
        "{}{}",
        checked.stdout,
        checked.stderr
    );
}

#[test]
fn an_empty_key_of_hashes_is_refused_and_warned_of() {
    let place = project("http://127.0.0.1:9", "hash_key = \"file:key\"\n");
    place.write("key", "\n");
    append(&place, LOG, "one\n");
    assert!(place.line("logs ship").exits(2).stderr.contains("hash_key is empty"));
    assert!(place.line("check").exits(0).stdout.contains("file:key is empty"));
}

#[test]
fn an_archive_that_cannot_be_read_is_skipped_with_a_warning() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    append(&place, "logs/Касса 1/app.log.2.xz", b"\xfd7zXZ\0\n");
    append(&place, "logs/Касса 1/app.log.3.bz2", b"BZh\n");
    let ran = place.line("logs ship").exits(0);
    assert!(ran.stderr.contains(" and 1 more; of archives only .gz is read"), "{}", ran.stderr);
    assert_eq!(sent(&receiver), ["one"]);
    let header = ran.stdout.lines().next().unwrap();
    let columns: Vec<_> = header.split_whitespace().collect();
    assert_eq!(columns, ["entry", "file", "state", "lines", "bytes", "batches"], "what is zero is left out");
    append(&place, LOG, "password=abc\nhalf");
    let ran = place.line("logs ship").exits(0);
    assert!(ran.stdout.lines().next().unwrap().ends_with(" batches  redacted  held"), "{}", ran.stdout);
}
