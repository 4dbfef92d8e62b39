//! From a row in the backend to a message that arrived.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use rusqlite::Connection;

use crate::support::hook::Hook;
use crate::support::mailbox::Mailbox;
use crate::support::shop::{RULES, backend, evaluate, sell, shop};
use crate::support::{Place, Ran};

fn transitions(ran: &Ran) -> Vec<String> {
    let json = ran.json();
    let steps = json["transitions"].as_array().unwrap();
    steps
        .iter()
        .map(|step| format!("{} -> {}: {}", step["from"], step["to"], step["reason"]).replace('"', ""))
        .collect()
}

#[test]
fn a_failing_store_is_told_once_and_its_end_too() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    let ran = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    assert_eq!(transitions(&ran), ["inactive -> firing: condition met"]);
    evaluate(&place, "2025-10-24T10:06:00Z").exits(1);
    sell(&place, "2025-10-24 10:20:00", 0);
    let ran = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    assert_eq!(transitions(&ran), ["firing -> ended: condition over"]);
    evaluate(&place, "2025-10-24T10:22:00Z").exits(0);

    let mut told: Vec<String> = hook
        .requests()
        .iter()
        .map(super::support::hook::Request::json)
        .map(|json| format!("{} {} {}", json["kind"], json["to"], json["subject"]).replace('"', ""))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "end +70000000001 [P1 ended] Алмаз: 40.0 % (Shop #1)",
            "end +70000000002 [P1 ended] Алмаз: 40.0 % (Shop #1)",
            "open +70000000001 [P1] Алмаз: 40.0 % (Shop #1)",
            "open +70000000002 [P1] Алмаз: 40.0 % (Shop #1)",
        ]
    );
}

#[test]
fn a_store_at_40_percent_that_then_stops_selling_does_not_resolve() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let ran = evaluate(&place, "2025-10-24T11:30:00Z").exits(1);
    assert_eq!(transitions(&ran), Vec::<String>::new());
    assert_eq!(ran.json()["firing"], 1);
}

#[test]
fn a_failed_query_resolves_nothing_and_is_said() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    backend(&place).execute_batch("ALTER TABLE cashier_transactions RENAME TO gone").unwrap();
    let ran = evaluate(&place, "2025-10-24T10:06:00Z").exits(3);
    assert!(
        ran.stderr.contains("warning: rule SuccessLow: queries/success.sql:6: no such table"),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.json()["firing"], 1);
    let ran = evaluate(&place, "2025-10-24T10:07:00Z").exits(3);
    assert_eq!(
        transitions(&ran),
        ["pending -> firing: held long enough"],
        "two failures in a row are the rule's own alert"
    );
}

#[test]
fn an_unreachable_receiver_leaves_the_message_waiting_for_the_next_run() {
    let hook = Hook::start();
    let place = shop(&hook);
    hook.answer("HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    sell(&place, "2025-10-24 10:00:00", 6);
    let ran = evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    assert!(
        ran.stderr.contains(
            "sms: answered 503 Service Unavailable; will be tried again: +70000000001 (incident 1), "
        ),
        "{}",
        ran.stderr
    );
    hook.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assert_eq!(
        evaluate(&place, "2025-10-24T10:06:00Z").exits(1).json()["delivery"]["sent"],
        0,
        "Retry-After is honoured"
    );
    assert_eq!(evaluate(&place, "2025-10-24T10:07:30Z").exits(1).json()["delivery"]["sent"], 2);
    let keys: Vec<String> =
        hook.requests().iter().map(|request| request.headers["idempotency-key"].clone()).collect();
    assert_eq!(
        (keys.len(), keys.iter().collect::<BTreeSet<_>>().len()),
        (4, 2),
        "a retry carries the same key"
    );
}

#[test]
fn a_half_answer_is_no_yes() {
    let hook = Hook::start();
    let place = shop(&hook);
    hook.answer("HTTP/1.1 20");
    sell(&place, "2025-10-24 10:00:00", 6);
    assert_eq!(evaluate(&place, "2025-10-24T10:05:00Z").exits(3).json()["delivery"]["retried"], 2);
}

#[test]
fn a_second_run_at_the_same_instant_changes_nothing() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let ran = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    assert_eq!((transitions(&ran).len(), hook.requests().len()), (0, 2));
}

#[test]
fn now_without_commit_stores_and_tells_nothing() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    place.line("--now 2025-10-24T10:05:00Z evaluate-alerts").exits(1);
    assert_eq!(hook.requests().len(), 0);
    place.line("--now 2025-10-24T10:05:00Z alerts list").exits(0);
}

#[test]
fn no_rules_at_all_is_an_error() {
    let hook = Hook::start();
    let place = shop(&hook);
    std::fs::remove_file(place.path("rules/shop.yaml")).unwrap();
    let ran = evaluate(&place, "2025-10-24T10:05:00Z").exits(2);
    assert!(ran.stderr.contains("there are no rules"), "{}", ran.stderr);
}

#[test]
fn a_rule_that_was_deleted_ends_its_alerts() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    place.write("rules/shop.yaml", &RULES.replace("SuccessLow", "SuccessRenamed").replace("< 95", "< 5"));
    let ran = evaluate(&place, "2025-10-24T10:06:00Z").exits(0);
    assert_eq!(transitions(&ran), ["firing -> ended: rule removed"]);
}

#[test]
fn another_run_that_holds_the_work_is_exit_4() {
    let hook = Hook::start();
    let place = shop(&hook);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(0);
    let lock = std::fs::File::options().write(true).open(place.path("tillwatch.db.evaluate.lock")).unwrap();
    lock.lock().unwrap();
    let ran = evaluate(&place, "2025-10-24T10:06:00Z").exits(4);
    assert!(ran.stderr.contains("another run holds `evaluate`"), "{}", ran.stderr);
}

#[test]
fn an_acknowledgement_is_kept_and_given_once() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    let ack = |by: &str| {
        place.run(&["--now", "2025-10-24T10:06:00Z", "--commit", "incident", "ack", "1", "--by", by])
    };
    let _ = ack("ivan").exits(0);
    assert!(ack("olga").exits(2).stderr.contains("acknowledged already, by ivan"));
    let shown = place.line("incident show 1").exits(0).stdout;
    assert!(shown.contains("acknowledged by ivan 2025-10-24 10:06:00Z"), "{shown}");
    assert!(shown.contains("open by sms to on_call (+70000000001): sent"), "{shown}");
}

#[test]
fn an_action_runs_once_with_the_alert_in_its_environment() {
    let hook = Hook::start();
    let place = shop(&hook);
    let config = place.read("tillwatch.toml");
    let action =
        "\n[actions.note]\ncommand = [\"sh\", \"-c\", \"echo $TILLWATCH_LABEL_STORE_ID >> ran.txt\"]\n";
    place.write("tillwatch.toml", &(config + action));
    place.write("rules/shop.yaml", &RULES.replace("notify:", "actions: [note]\n        notify:"));
    sell(&place, "2025-10-24 10:00:00", 6);
    evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    evaluate(&place, "2025-10-24T10:06:00Z").exits(1);
    assert_eq!(place.read("ran.txt"), "3\n");
}

/// Runs the evaluation under strace, killed when it enters the `nth` of some system calls; true if it was killed.
fn killed(place: &Place, now: &str, calls: &str, nth: u64) -> bool {
    let binary = env!("CARGO_BIN_EXE_tillwatch");
    let inject = format!("inject={calls}:signal=KILL:when={nth}");
    let status = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={calls}"), "-e", &inject, binary])
        .args(["--now", now, "--commit", "-q", "evaluate-alerts"])
        .current_dir(place.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    status.code().is_none()
}

/// After a run that was killed, the next ones tell each recipient of the start and of the end, each row once.
fn nothing_is_lost(place: &Place, hook: &Hook, case: &str) {
    // Later than the lease of whatever the killed run had claimed.
    evaluate(place, "2025-10-24T10:09:00Z").exits(1);
    sell(place, "2025-10-24 10:20:00", 0);
    evaluate(place, "2025-10-24T10:21:00Z").exits(0);
    let own = Connection::open(place.path("tillwatch.db")).unwrap();
    let rows = "SELECT group_concat(row, ' ') FROM (SELECT kind || state AS row FROM outbox ORDER BY kind, recipient)";
    let rows: String = own.query_row(rows, [], |row| row.get(0)).unwrap();
    assert_eq!(rows, "endsent endsent opensent opensent", "{case}");
    let messages: BTreeSet<String> = hook
        .requests()
        .iter()
        .map(|request| (request.json(), request.headers["idempotency-key"].clone()))
        .map(|(json, key)| format!("{} {} {key}", json["kind"], json["to"]))
        .collect();
    assert_eq!(messages.len(), 4, "{case}: one key for each message: {messages:?}");
}

#[test]
#[ignore = "needs strace; scripts/test runs it"]
fn killed_at_every_commit_nothing_is_lost_or_queued_twice() {
    let mut boundaries = 0;
    for nth in 1.. {
        let hook = Hook::start();
        let place = shop(&hook);
        evaluate(&place, "2025-10-24T09:00:00Z").exits(0);
        sell(&place, "2025-10-24 10:00:00", 6);
        let was_killed = killed(&place, "2025-10-24T10:05:00Z", "fdatasync,fsync", nth);
        nothing_is_lost(&place, &hook, &format!("killed at sync {nth}"));
        if !was_killed {
            break;
        }
        boundaries += 1;
    }
    assert!(
        boundaries >= 4,
        "deciding, claiming, settling and recording each commit; only {boundaries} were met"
    );
}

#[test]
#[ignore = "needs strace; scripts/test runs it"]
fn killed_at_200_random_points_nothing_is_lost_or_queued_twice() {
    // A fixed sequence: a failure can be run again.
    let mut seed = 0x7469_6c6c_u64;
    let mut kills = 0;
    while kills < 200 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let nth = (seed >> 33) % 900 + 1;
        let hook = Hook::start();
        let place = shop(&hook);
        evaluate(&place, "2025-10-24T09:00:00Z").exits(0);
        sell(&place, "2025-10-24 10:00:00", 6);
        if killed(&place, "2025-10-24T10:05:00Z", "all", nth) {
            kills += 1;
            nothing_is_lost(&place, &hook, &format!("killed at system call {nth}"));
        }
    }
}

/// The text of a MIME part, decoded by Python's own mail library rather than ours.
fn part(mail: &str, media: &str) -> String {
    let program = "import sys, email, email.policy\n\
                   mail = email.message_from_string(sys.stdin.read(), policy=email.policy.default)\n\
                   print(mail['subject'])\n\
                   print(next(p for p in mail.walk() if p.get_content_type() == sys.argv[1]).get_content())";
    let mut python = Command::new("python3")
        .args(["-c", program, media])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut python.stdin.take().unwrap(), mail.as_bytes()).unwrap();
    String::from_utf8(python.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
#[ignore = "needs aiosmtpd; scripts/test runs it"]
fn a_mail_arrives_with_both_parts_in_its_incidents_thread() {
    let (hook, mailbox) = (Hook::start(), Mailbox::start());
    let place = shop(&hook);
    let config = place.read("tillwatch.toml").replace(
        "[contacts.on_call]",
        &format!(
            "[channels.email.smtp]\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\nfrom = \"Касса <till@example.org>\"\n\
             [contacts.on_call]\nemail = \"on-call@example.org\"",
            mailbox.port
        ),
    );
    place.write("tillwatch.toml", &config);
    place.write("rules/shop.yaml", &RULES.replace("{ sms: [on_call, lead] }", "{ email: [on_call] }"));
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);

    let mails = mailbox.mails();
    assert_eq!(mails.len(), 2);
    let text = part(&mails[0], "text/plain");
    assert!(text.starts_with("[P1] Алмаз: 40.0 % (Shop #1)\n"), "{text}");
    assert!(text.contains("Acknowledge: tillwatch incident ack 1"), "{text}");
    assert!(part(&mails[0], "text/html").contains("<td>Алмаз</td>"));
    assert!(part(&mails[1], "text/plain").starts_with("[P1 ended] Алмаз"));
    let thread = |mail: &str| mail.lines().find(|line| line.starts_with("References:")).unwrap().to_owned();
    assert_eq!(thread(&mails[0]), thread(&mails[1]));
}

#[test]
fn two_rows_that_are_one_alert_are_an_error_of_that_rule_alone() {
    let hook = Hook::start();
    let place = shop(&hook);
    place.write(
        "queries/twice.sql",
        "-- source: backend\n-- labels: [a]\nSELECT 1 AS a, 1.0 AS value UNION ALL SELECT '1', 2.0",
    );
    let twice = "      - { alert: Twice, severity: P2, query: twice, when: value > 0 }\n";
    place.write("rules/shop.yaml", &(RULES.to_owned() + twice));
    sell(&place, "2025-10-24 10:00:00", 6);
    let ran = evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    assert!(ran.stderr.contains("rule Twice: two rows are the same alert {a=\"1\""), "{}", ran.stderr);
    assert_eq!(ran.json()["firing"], 1, "the other rule is evaluated all the same");
}

#[test]
fn a_store_that_left_the_inventory_ends_its_alerts() {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    place.write("tillwatch.toml", &place.read("tillwatch.toml").replace("id = \"3\"", "id = \"4\""));
    let ran = evaluate(&place, "2025-10-24T10:06:00Z").exits(0);
    assert_eq!(transitions(&ran), ["firing -> ended: store removed"]);
}

#[test]
fn closing_time_ends_what_fires_and_for_starts_at_opening() {
    let hook = Hook::start();
    let place = shop(&hook);
    let hours = "name = \"Алмаз\"\ntime_zone = \"Europe/Moscow\"\nhours = [\"daily 09:00-21:00\"]";
    place.write("tillwatch.toml", &place.read("tillwatch.toml").replace("name = \"Алмаз\"", hours));
    place.write(
        "rules/shop.yaml",
        &RULES.replace("over: 10m", "over: 24h\n        during: store_hours\n        for: 2m"),
    );
    sell(&place, "2025-10-24 17:00:00", 6);
    let step = |now: &str, code: i32| transitions(&evaluate(&place, now).exits(code));
    assert_eq!(step("2025-10-24T17:55:00Z", 0), ["inactive -> pending: condition met"]);
    assert_eq!(step("2025-10-24T17:58:00Z", 1), ["pending -> firing: held long enough"]);
    assert_eq!(step("2025-10-24T18:00:00Z", 0), ["firing -> ended: closed"]);
    assert_eq!(step("2025-10-25T05:59:59Z", 0), Vec::<String>::new());
    assert_eq!(step("2025-10-25T06:00:00Z", 0), ["inactive -> pending: condition met"]);
    assert_eq!(step("2025-10-25T06:01:59Z", 0), Vec::<String>::new());
    assert_eq!(step("2025-10-25T06:02:00Z", 1), ["pending -> firing: held long enough"]);
}

#[test]
fn an_action_left_by_a_run_that_died_is_unknown_and_never_repeated() {
    let hook = Hook::start();
    let place = shop(&hook);
    let action = "\n[actions.note]\ncommand = [\"sh\", \"-c\", \"echo ran >> ran.txt\"]\n";
    place.write("tillwatch.toml", &(place.read("tillwatch.toml") + action));
    place.write("rules/shop.yaml", &RULES.replace("notify:", "actions: [note]\n        notify:"));
    sell(&place, "2025-10-24 10:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:05:00Z").exits(1);
    // As a run leaves it that dies between starting the command and storing its end.
    let own = rusqlite::Connection::open(place.path("tillwatch.db")).unwrap();
    let died = "UPDATE outbox SET state = 'started', settled = NULL, lease_until = '2025-10-24 10:07:00.000' WHERE kind = 'action'";
    assert_eq!(own.execute(died, []).unwrap(), 1);
    let _ = evaluate(&place, "2025-10-24T10:08:00Z").exits(1);
    let state: String =
        own.query_row("SELECT state FROM outbox WHERE kind = 'action'", [], |row| row.get(0)).unwrap();
    assert_eq!((state.as_str(), place.read("ran.txt").as_str()), ("unknown", "ran\n"));
}

#[test]
fn no_secret_reaches_a_message_or_an_error() {
    let hook = Hook::start();
    let place = shop(&hook);
    hook.answer("");
    let config = place.read("tillwatch.toml");
    let slack =
        "[channels.ops.slack]\nurl = \"file:slack-url\"\n[channels.sms.webhook]\ntoken = \"file:token\"\n";
    place.write("tillwatch.toml", &config.replace("[channels.sms.webhook]\n", slack));
    place.write("slack-url", &format!("{}/services/T0/B0/s3cr3t-path\n", hook.url));
    place.write("token", "s3cr3t-token");
    place.write("rules/shop.yaml", &RULES.replace("{ sms:", "{ ops: [all] }, { sms:"));
    sell(&place, "2025-10-24 10:00:00", 6);
    let ran = evaluate(&place, "2025-10-24T10:05:00Z").exits(3);
    let shown = place.line("incident show 1").exits(0);
    let stored =
        ["tillwatch.db", "tillwatch.db-wal"].map(|name| std::fs::read(place.path(name)).unwrap()).concat();
    let stored = String::from_utf8_lossy(&stored);
    assert!(stored.contains("SuccessLow"), "the log is looked at, too");
    let everything = format!("{}{}{}{stored}", ran.stdout, ran.stderr, shown.stdout);
    assert!(!everything.contains("s3cr3t"), "{} {}", ran.stderr, shown.stdout);
    assert_eq!(ran.json()["delivery"]["retried"], 3, "{}", ran.stderr);
}

#[test]
fn a_summary_follows_the_value_while_the_alert_fires_and_stays_when_it_ends() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:00:00", 4);
    let summary = |now: &str| {
        let _ = evaluate(&place, now);
        let listed = place.line("alerts list --over 9999d --format json").json();
        listed["alerts"][0]["annotations"]["summary"].as_str().unwrap().to_owned()
    };
    assert_eq!(summary("2025-10-24T10:05:00Z"), "Алмаз: 60.0 %");
    sell(&place, "2025-10-24 10:05:30", 8);
    assert_eq!(summary("2025-10-24T10:06:00Z"), "Алмаз: 40.0 %");
    sell(&place, "2025-10-24 10:16:00", 0);
    assert_eq!(summary("2025-10-24T10:20:00Z"), "Алмаз: 40.0 %", "what it was, not what it is");
}
