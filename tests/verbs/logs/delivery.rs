//! What receivers teach, and what is kept of it from run to run.

use rusqlite::Connection;

use super::{LOG, append, files, kept, project, sent, strings};
use crate::support::receiver::{Answer, Receiver, Request};
use crate::support::{Place, Ran};

fn ship_at(place: &Place, now: &str) -> Ran {
    place.run(&["--now", now, "--commit", "logs", "ship", "--format", "json"])
}

fn lines(count: usize, word: &str) -> (Vec<String>, String) {
    let lines: Vec<String> = (0..count).map(|number| format!("{word} {number:04}")).collect();
    let text = lines.join("\n") + "\n";
    (lines, text)
}

#[test]
fn how_much_a_receiver_takes_is_remembered_and_tried_out_again_after_a_day() {
    let too_large = |request: &Request| request.body.len() > 3000;
    let receiver = Receiver::start(move |request| Answer::Status(if too_large(request) { 413 } else { 200 }));
    let place = project(&receiver.url(), "");
    let refused = |from: usize| receiver.requests()[from..].iter().filter(|it| too_large(it)).count();
    let mut expected = Vec::new();
    let mut seen = 0;
    for (now, wanted) in [
        ("2025-10-24T10:00:00Z", true),
        ("2025-10-24T10:05:00Z", false),
        ("2025-10-25T09:59:00Z", false),
        ("2025-10-25T10:01:00Z", true),
        ("2025-10-25T10:05:00Z", false),
    ] {
        let (lines, text) = lines(200, now);
        append(&place, LOG, text);
        ship_at(&place, now).exits(0);
        assert_eq!(refused(seen) > 0, wanted, "{now}");
        seen = receiver.requests().len();
        expected.extend(lines);
    }
    let taken: Vec<Request> = receiver.requests().into_iter().filter(|it| !too_large(it)).collect();
    assert_eq!(kept(&taken), expected);
    assert_eq!(taken.iter().map(|it| strings(&it.json()["logs"]).len()).sum::<usize>(), expected.len());
}

#[test]
fn a_receiver_that_wants_to_be_left_alone_is_left_alone_so_long() {
    let mut first = true;
    let receiver = Receiver::start(move |_| {
        let busy =
            "HTTP/1.1 503 Busy\r\nRetry-After: 600\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy";
        if std::mem::take(&mut first) { Answer::Raw(busy.into()) } else { Answer::Status(200) }
    });
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    let ran = ship_at(&place, "2025-10-24T10:00:00Z").exits(3);
    assert!(ran.stderr.contains("HTTP 503: busy"), "{}", ran.stderr);
    append(&place, LOG, "two\n");
    let ran = ship_at(&place, "2025-10-24T10:09:00Z").exits(3);
    assert!(ran.stderr.contains("wants nothing before 2025-10-24T10:10:"), "{}", ran.stderr);
    assert!(ran.stderr.contains("HTTP 503: busy"), "{}", ran.stderr);
    assert_eq!(receiver.requests().len(), 1);
    place.run(&["--now", "2025-10-24T10:09:00Z", "logs", "ship"]).exits(0);
    ship_at(&place, "2025-10-24T10:15:00Z").exits(0);
    assert_eq!(kept(&receiver.requests()), ["one", "two"]);
}

#[test]
fn another_receiver_has_nothing_to_do_with_what_the_first_one_said() {
    let busy = "HTTP/1.1 429 Busy\r\nRetry-After: 600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let receiver = Receiver::start(move |_| Answer::Raw(busy.into()));
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    ship_at(&place, "2025-10-24T10:00:00Z").exits(3);
    let other = Receiver::willing();
    place.write("tillwatch.toml", &place.read("tillwatch.toml").replace(&receiver.url(), &other.url()));
    ship_at(&place, "2025-10-24T10:01:00Z").exits(0);
    assert_eq!(sent(&other), ["one"]);
}

#[rstest::rstest]
#[case("position = 0")]
#[case("position = position - 1, line = line + 1")]
#[case("path = 'elsewhere.log'")]
#[case("state = replace(state, '{', '{ ')")]
#[case("state = substr(state, 1, 20)")]
#[case("digest = 'x'")]
#[case("updated = '2030-01-01 00:00:00.000'")]
fn a_damaged_checkpoint_is_named_and_ships_nothing_twice(#[case] damage: &str) {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    place.run(&["logs", "ship"]).exits(0);
    append(&place, LOG, "two\n");
    let own = Connection::open(place.path("tillwatch.db")).unwrap();
    own.execute(&format!("UPDATE checkpoint SET {damage}"), []).unwrap();
    let ran = place.run(&["logs", "ship"]).exits(3);
    assert!(ran.stderr.contains("of app is damaged"), "{}", ran.stderr);
    assert!(ran.stderr.contains("delete that row of the table checkpoint"), "{}", ran.stderr);
    assert_eq!(sent(&receiver), ["one"]);
    own.execute("DELETE FROM checkpoint", []).unwrap();
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(kept(&receiver.requests()), ["one", "two"]);
}

#[test]
fn a_checkpoint_of_before_there_were_digests_counts() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "one\n");
    place.run(&["logs", "ship"]).exits(0);
    Connection::open(place.path("tillwatch.db"))
        .unwrap()
        .execute("UPDATE checkpoint SET digest = NULL", [])
        .unwrap();
    append(&place, LOG, "two\n");
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["one", "two"]);
}

/// Files may grow to so many blocks of 512 bytes. The signal that says so is ignored.
#[cfg(unix)]
fn ship_within(place: &Place, blocks: usize) -> Ran {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" logs ship");
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_tillwatch")]).current_dir(place.root());
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", place.root());
    Ran::from(command.output().unwrap())
}

#[cfg(unix)]
#[test]
fn without_space_from_the_beginning_nothing_is_sent() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    place.run(&["logs", "status"]).exits(0);
    append(&place, LOG, "one\n");
    let ran = ship_within(&place, 8).exits(3);
    assert!(ran.stderr.contains("tillwatch.db"), "{}", ran.stderr);
    assert!(receiver.requests().is_empty());
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(sent(&receiver), ["one"]);
}

#[cfg(unix)]
#[test]
fn where_space_runs_out_on_the_way_one_batch_goes_again_under_its_ids_and_nothing_is_lost() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "");
    append(&place, LOG, "begun\n");
    place.run(&["logs", "ship"]).exits(0);
    let (mut expected, mut sent_in_vain) = (vec!["begun".to_owned()], 0);
    for blocks in (66..200).step_by(8) {
        let (lines, text) = lines(1500, &format!("within {blocks}"));
        append(&place, LOG, text);
        expected.extend(lines);
        let (before, noted) = (receiver.requests().len(), files(&place)[0]["line"].clone());
        let ran = ship_within(&place, blocks);
        assert!(ran.code == 3 && ran.stderr.contains("tillwatch.db"), "{blocks}: {}", ran.stderr);
        let gone: usize =
            receiver.requests()[before..].iter().map(|it| strings(&it.json()["logs"]).len()).sum();
        let noted = files(&place)[0]["line"].as_u64().unwrap() - noted.as_u64().unwrap();
        assert!((0..=1000).contains(&(gone as u64 - noted)), "{gone} lines were sent and {noted} noted");
        sent_in_vain += usize::from(gone as u64 > noted);
        if sent_in_vain == 2 {
            break;
        }
    }
    assert!(sent_in_vain > 0, "no run failed between a yes and its note");
    place.run(&["logs", "ship"]).exits(0);
    assert_eq!(kept(&receiver.requests()), expected);
}

#[cfg(unix)]
#[test]
fn on_a_slow_link_batches_are_small_and_the_next_waits_and_can_be_called_off() {
    let (tell, told) = std::sync::mpsc::channel();
    let receiver = Receiver::start(move |_| {
        tell.send(()).unwrap();
        Answer::Status(200)
    });
    let place = project(&receiver.url(), "rate = \"1 KiB/s\"\n");
    append(&place, LOG, lines(20_000, "line").1);
    let child = place.command(&["logs", "ship"]).stdout(std::process::Stdio::null()).spawn().unwrap();
    told.recv().unwrap();
    let stop = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(stop.unwrap().success());
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(3));
    let requests = receiver.requests();
    assert_eq!(requests.len(), 1, "the next had to wait for 16 s");
    assert!((8_000..17_000).contains(&requests[0].body.len()), "{}", requests[0].body.len());
}

#[test]
fn a_host_waits_for_its_own_moment_unless_it_is_told_not_to() {
    let receiver = Receiver::willing();
    let place = project(&receiver.url(), "splay = \"500w\"\n");
    append(&place, LOG, "one\n");
    place.run(&["logs", "ship", "--dry-run"]).exits(0);
    let mut waiting = place
        .command(&["logs", "ship"])
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut stderr = std::io::BufReader::new(waiting.stderr.take().unwrap());
    std::io::BufRead::read_line(&mut stderr, &mut said).unwrap();
    assert!(said.starts_with("waiting ") && said.contains("--no-splay"), "{said}");
    assert!(receiver.requests().is_empty());
    // Whoever waits holds no lock.
    place.run(&["logs", "ship", "--no-splay"]).exits(0);
    waiting.kill().unwrap();
    waiting.wait().unwrap();
    assert_eq!(sent(&receiver), ["one"]);
}
