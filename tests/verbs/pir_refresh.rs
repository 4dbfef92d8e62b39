//! Reviews brought up to date, noted in, and what hostile texts do to them.

use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::shop::{backend, evaluate, sell, shop};

const REVIEW: &str = "pir/INC-2025-10-24-001.md";

/// Store 3 fails at 10:04, and a review is drafted while it goes on.
fn drafted(hook: &Hook) -> Place {
    let place = shop(hook);
    sell(&place, "2025-10-24 10:04:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:04:30Z").exits(1);
    let _ = place.line("--now 2025-10-24T10:10:00Z --commit pir new --from-incident 1").exits(0);
    place
}

fn restored(place: &Place) {
    sell(place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(place, "2025-10-24T10:21:00Z").exits(0);
}

#[test]
fn refresh_adds_what_came_since_and_keeps_a_persons_words() {
    let place = drafted(&Hook::start());
    let before = place.read(REVIEW);
    assert!(before.contains("(still going on)") && !before.contains("Alert ended"), "{before}");
    place.write(REVIEW, &before.replace("[Why it happened.]", "The pool was empty."));
    restored(&place);
    let ran = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001").exits(0);
    let after = place.read(REVIEW);
    assert!(ran.stderr.contains("8 blocks rewritten") && !ran.stderr.contains("warning"), "{}", ran.stderr);
    for part in [
        "**Duration**: 16m30s  \n",
        "- 10:21 - Alert ended",
        "The pool was empty.",
        "until=2025-10-24T10:21:00Z -->\n",
    ] {
        assert!(after.contains(part), "{part}:\n{after}");
    }
    let again = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001").exits(0);
    assert!(again.stderr.contains("0 of 8 blocks rewritten"), "{}", again.stderr);
    assert_eq!(place.read(REVIEW), after);
}

#[test]
fn a_block_that_was_edited_is_named_and_left_alone_unless_forced() {
    let place = drafted(&Hook::start());
    let edited = place.read(REVIEW).replace("**Severity**: P1", "**Severity**: P0");
    place.write(REVIEW, &edited);
    restored(&place);
    let refresh = "--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001";
    let ran = place.line(refresh).exits(0);
    assert!(
        ran.stderr.contains("pir/INC-2025-10-24-001.md:5: the block header was edited"),
        "{}",
        ran.stderr
    );
    let after = place.read(REVIEW);
    assert!(
        after.contains("**Severity**: P0  \n**Duration**: 5m30s (still going on)")
            && after.contains("Alert ended")
    );
    let _ = place.line(&format!("{refresh} --force")).exits(0);
    assert!(place.read(REVIEW).contains("**Severity**: P1  \n**Duration**: 16m30s  \n"));
}

#[test]
fn without_commit_nothing_is_written_and_what_was_not_drafted_cannot_be_refreshed() {
    let place = drafted(&Hook::start());
    restored(&place);
    let before = place.read(REVIEW);
    let ran = place.line("--now 2025-10-24T11:00:00Z pir refresh INC-2025-10-24-001").exits(0);
    assert!(
        ran.stdout.contains("Alert ended") && ran.stderr.contains("--commit writes it"),
        "{}",
        ran.stderr
    );
    assert_eq!(place.read(REVIEW), before);
    place.write("pir/by-hand.md", "# Post-Incident Review\n**Incident ID**: INC-2025-10-23-001\n");
    assert!(place.line("pir refresh by-hand").exits(2).stderr.contains("does not say what it is about"));
    place.write("pir/gone.md", "<!-- tillwatch:review incident=99 -->\n");
    assert!(place.line("pir refresh gone").exits(3).stderr.contains("no longer on record"));
    assert!(place.line("pir refresh nobody").exits(2).stderr.contains("there is no review nobody"));
}

#[test]
fn a_marker_that_was_lost_or_doubled_is_named_and_nothing_is_written() {
    let place = drafted(&Hook::start());
    restored(&place);
    let (whole, refresh) =
        (place.read(REVIEW), "--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001");
    let head = |name: &str| {
        let begin = format!("<!-- tillwatch:{name} ");
        let at = whole.lines().position(|line| line.starts_with(&begin)).unwrap();
        (at + 1, whole.lines().nth(at).unwrap())
    };
    let (timeline, marker) = head("timeline");
    let lost = whole.replacen("<!-- /tillwatch -->\n\n<!-- tillwatch:notes", "<!-- tillwatch:notes", 1);
    let doubled = whole.replacen(marker, &format!("{marker}\n{marker}"), 1);
    for torn in [lost, doubled] {
        assert_ne!(torn, whole);
        place.write(REVIEW, &torn);
        let told = format!("{REVIEW}:{timeline}: the block timeline has no end marker");
        let ran = place.line(refresh).exits(2);
        assert!(ran.stderr.contains(&told) && ran.stderr.contains("hint: let each block"), "{}", ran.stderr);
        let _ = place.line(&format!("{refresh} --force")).exits(2);
        assert_eq!(place.read(REVIEW), torn);
        assert!(place.line("--now 2025-10-24T11:00:00Z pir check").exits(2).stdout.contains(&told));
    }
    place.write(REVIEW, &whole);
    let _ = place.line(refresh).exits(0);
}

#[test]
fn a_note_stands_in_the_timeline_and_outlives_a_refresh() {
    let place = drafted(&Hook::start());
    let note = |text: &str| {
        let words = [
            "--now",
            "2025-10-24T10:15:00Z",
            "--commit",
            "pir",
            "note",
            "INC-2025-10-24-001",
            text,
            "--by",
            "ivan",
        ];
        place.run(&words)
    };
    let _ = note("root cause: <b>the pool</b> | [empty]").exits(0);
    assert!(note("  ").exits(2).stderr.contains("without text"));
    restored(&place);
    let _ = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001 --force").exits(0);
    let line =
        "- 2025-10-24 10:15 - ivan: root cause: &lt;b>the pool&lt;/b> \\| \\[empty\\]\n<!-- /tillwatch -->";
    assert!(place.read(REVIEW).contains(line), "{}", place.read(REVIEW));
    assert!(!place.line("pir check").stdout.contains("empty"), "a note leaves no placeholder");
}

#[test]
fn a_file_with_line_breaks_of_windows_keeps_them() {
    let place = drafted(&Hook::start());
    place.write(REVIEW, &place.read(REVIEW).replace('\n', "\r\n"));
    restored(&place);
    let ran = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001").exits(0);
    assert!(!ran.stderr.contains("warning"), "{}", ran.stderr);
    let _ =
        place.line("--now 2025-10-24T11:00:00Z --commit pir note INC-2025-10-24-001 x --by ivan").exits(0);
    let after = place.read(REVIEW);
    assert!(after.contains("Alert ended") && after.contains("ivan: x\r\n"));
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}

#[test]
fn hostile_texts_stay_texts_and_end_no_block() {
    let place = drafted(&Hook::start());
    let hostile = "<script>alert(1)</script> --> | \u{202e}x [Words]\n<!-- /tillwatch -->\n# mine";
    let words = [
        "--now",
        "2025-10-24T10:06:00Z",
        "--commit",
        "incident",
        "ack",
        "1",
        "--by",
        "ivan",
        "--comment",
        hostile,
    ];
    let _ = place.run(&words).exits(0);
    restored(&place);
    let _ = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001").exits(0);
    let after = place.read(REVIEW);
    let line = "ivan: &lt;script>alert(1)&lt;/script> --> \\| x \\[Words\\] &lt;!-- /tillwatch --> # mine · incident 1\n";
    assert!(after.contains(line) && !after.contains('\u{202e}'), "{after}");
    assert!(!place.line("pir check").stdout.contains("[Words]"));
    let again = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001").exits(0);
    assert!(again.stderr.contains(" 0 of 8 "), "{}", again.stderr);
}

#[test]
fn a_template_of_the_project_takes_the_place_of_the_shipped_one() {
    let hook = Hook::start();
    let place = shop(&hook);
    let template = "{{ front }}\n# {{ id }}\n<!-- tillwatch:timeline -->\n{{ timeline | length }}\n<!-- /tillwatch -->\n";
    place.write("templates/pir/review.md", template);
    sell(&place, "2025-10-24 10:04:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:04:30Z").exits(1);
    let _ = place.line("--now 2025-10-24T10:10:00Z --commit pir new --from-incident 1").exits(0);
    assert!(place.read(REVIEW).contains("# INC-2025-10-24-001\n<!-- tillwatch:timeline "));
    restored(&place);
    let _ = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001").exits(0);
    assert!(place.read(REVIEW).contains("-->\n3\n<!-- /tillwatch -->"), "{}", place.read(REVIEW));
    place.write("templates/pir/review.md", "{{ nothing");
    assert!(place.line("check").exits(2).stdout.contains("pir/review.md"));
}

#[test]
fn volume_that_the_baseline_expects_and_an_earlier_incident_are_in_the_draft() {
    let place = drafted(&Hook::start());
    restored(&place);
    // Friday, 10:00 in UTC, is the 106th hour of the week, and the rule looks back into the one before; the average purchase of the week before is 100.
    let usual = "INSERT INTO baseline VALUES ('transaction_volume_per_hour', '{\"store_id\":\"3\"}', '3', 105, 120, 5, 4, ''),
        ('transaction_volume_per_hour', '{\"store_id\":\"3\"}', '3', 106, 120, 5, 4, '')";
    rusqlite::Connection::open(place.path("tillwatch.db")).unwrap().execute(usual, []).unwrap();
    let sale = "INSERT INTO cashier_transactions (created_at, store_id, type, status, purchase_amount, points_amount) \
                VALUES ('2025-10-23 10:00:00', 3, 'earn', 'success', 100, 4)";
    backend(&place).execute(sale, []).unwrap();
    let _ = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001").exits(0);
    let review = place.read(REVIEW);
    // 26.5 minutes of 120 an hour are 53, of which 20 were sold.
    assert!(review.contains("- Transactions not begun: ~33 of 53 that the baseline expects\n"), "{review}");
    assert!(
        review.contains(
            " --since 2025-10-17T09:54:30Z --until 2025-10-24T09:54:30Z --now 2025-10-24T11:00:00Z\n"
        ),
        "{review}"
    );
    sell(&place, "2025-10-24 12:00:00", 6);
    let _ = evaluate(&place, "2025-10-24T12:00:30Z").exits(1);
    let _ = place.line("--now 2025-10-24T12:05:00Z --commit pir new --from-alert 2").exits(0);
    let second = place.read("pir/INC-2025-10-24-002.md");
    let earlier = "- 2025-10-24 10:04 - SuccessLow (store_id=3), 16m30s · incident 1 · \
                   [INC-2025-10-24-001](INC-2025-10-24-001.md)\n";
    assert!(second.contains(earlier), "{second}");
}

#[test]
fn a_draft_of_an_open_incident_is_due_once_that_has_ended() {
    let place = drafted(&Hook::start());
    assert!(place.read(REVIEW).contains("\nDue 48 hours after the end.\n"));
    let is_due = |now: &str, expected: &str| {
        let line = place.line(&format!("--now {now} pir check")).stdout.lines().next().unwrap().to_owned();
        assert!(line.ends_with(expected), "{line}");
    };
    is_due("2025-10-24T10:30:00Z", "the incident goes on");
    restored(&place);
    is_due("2025-10-24T10:20:00Z", "the incident goes on");
    is_due("2025-10-24T10:30:00Z", "due in 47 h");
    is_due("2025-10-30T10:00:00Z", "overdue since 2025-10-26 10:21");
    let listed = place.line("--now 2025-10-30T10:00:00Z pir list --format csv").exits(1).stdout;
    assert!(listed.contains(",overdue,2025-10-26 10:21,"), "{listed}");
    let json = place.line("--now 2025-10-30T10:00:00Z pir export INC-2025-10-24-001 --format json").exits(0);
    assert!(json.stdout.contains("\"state\": \"overdue\""), "{}", json.stdout);
}

#[test]
fn a_byte_order_mark_is_passed_over_and_kept() {
    let place = drafted(&Hook::start());
    place.write(REVIEW, &format!("\u{feff}{}", place.read(REVIEW)));
    let _ = place.line("pir new --from-incident 1").exits(2);
    restored(&place);
    for line in ["refresh INC-2025-10-24-001", "note INC-2025-10-24-001 x --by ivan"] {
        let _ = place.line(&format!("--now 2025-10-24T11:00:00Z --commit pir {line}")).exits(0);
    }
    let after = place.read(REVIEW);
    assert!(after.starts_with("\u{feff}<!-- tillwatch:review ") && after.matches('\u{feff}').count() == 1);
    assert!(after.contains("Alert ended") && after.contains("ivan: x\n"), "{after}");
    assert!(!place.line("--now 2025-10-24T11:00:00Z pir check").stdout.contains("has no review"));
}

#[test]
fn a_review_keeps_its_id_whatever_its_file_is_called() {
    let place = drafted(&Hook::start());
    std::fs::rename(place.path(REVIEW), place.path("pir/pool-outage.md")).unwrap();
    restored(&place);
    let _ = place.line("--now 2025-10-24T11:00:00Z --commit pir refresh INC-2025-10-24-001").exits(0);
    assert!(place.read("pir/pool-outage.md").contains("Alert ended"));
    let _ = place.line("pir new --from-incident 1 --again").exits(0);
    assert!(place.path("pir/INC-2025-10-24-002.md").exists(), "001 is taken");
    let check = || place.line("--now 2025-10-24T11:00:00Z pir check");
    let _ = check().exits(0);
    place.write("pir/a.md", &place.read("pir/pool-outage.md"));
    let told = check().exits(2).stdout;
    assert!(
        told.contains("pir/pool-outage.md:7: pir/a.md has the Incident ID INC-2025-10-24-001 already"),
        "{told}"
    );
}
