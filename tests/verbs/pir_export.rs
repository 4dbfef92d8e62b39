//! Reviews for readers, and what becomes of what is overdue.

use crate::support::Place;
use crate::support::browser::look;
use crate::support::hook::Hook;
use crate::support::shop::{evaluate, sell, shop};

const REVIEW: &str = "pir/INC-2025-10-24-001.md";

fn drafted(hook: &Hook) -> Place {
    let place = shop(hook);
    sell(&place, "2025-10-24 10:04:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:04:30Z").exits(1);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    let _ = place.line("--now 2025-10-24T11:00:00Z --commit pir new --from-incident 1").exits(0);
    place
}

#[test]
fn the_page_needs_nothing_beside_it_and_carries_the_chart_and_no_markup_of_others() {
    let place = drafted(&Hook::start());
    let words = "Why: <script>alert(1)</script> [a](javascript:x) **bold**";
    place.write(REVIEW, &place.read(REVIEW).replace("[Why it happened.]", words));
    let page =
        place.line("--now 2025-10-24T12:00:00Z pir export INC-2025-10-24-001 --format html").exits(0).stdout;
    for part in [
        "<h1>Post-Incident Review</h1>",
        "<figure>\n<figcaption>success (store_id=3): Share of transactions that succeeded.",
        "<svg xmlns",
        "success (store_id=3)",
        "Why: &lt;script&gt;alert(1)&lt;/script&gt; a <strong>bold</strong>",
        "aria-label=\"open\"",
        "<footer>INC-2025-10-24-001, due</footer>",
        "WITH sales AS (",
    ] {
        assert!(page.contains(part), "{part}:\n{page}");
    }
    for part in ["<script", "src=", "tillwatch:", "<link"] {
        assert!(!page.contains(part), "{part}:\n{page}");
    }
}

#[test]
fn markdown_has_no_markers_and_json_has_the_evidence() {
    let place = drafted(&Hook::start());
    let text = place.line("pir export INC-2025-10-24-001 --format markdown").exits(0).stdout;
    assert!(text.starts_with("# Post-Incident Review\n") && !text.contains("tillwatch:"), "{text}");
    let json =
        place.line("--now 2025-10-24T12:00:00Z pir export INC-2025-10-24-001 --format json").exits(0).json();
    assert_eq!(
        (&json["review"]["state"], &json["evidence"]["impact"]["transactions"]),
        (&"due".into(), &6.0.into())
    );
    assert_eq!(json["evidence"]["timeline"][0]["evidence"], "alert 1");
}

#[test]
#[ignore = "needs chromium, nodejs and npm; scripts/test runs it"]
fn a_browser_shows_the_page_on_any_screen_in_any_light_and_on_paper() {
    let place = drafted(&Hook::start());
    let words = "Пул соединений был пуст. See https://example.org/a/very/long/address/that/breaks/nowhere/and/goes/on/and/on \
                 and `SELECT_a_very_long_name_without_any_blank_in_it_from_nowhere`.\n\n> quoted\n\n\
                 | store | lost | why |\n|---|--:|---|\n| Алмаз | 1234 | the-connection-pool-was-empty-for-a-while |\n\n\
                 <script>alert(1)</script>\n\n[a](javascript:alert(1)) ![b](https://example.org/b.png)\n\n- [x] done\n";
    place.write(REVIEW, &place.read(REVIEW).replace("[Why it happened.]", words));
    let export =
        "--now 2025-10-24T12:00:00Z pir export INC-2025-10-24-001 --format html --output review.html";
    let _ = place.line(export).exits(0);
    look("review.mjs", &[&place.path("review.html").display().to_string()]);
}

#[test]
fn what_is_on_record_no_more_leaves_the_words() {
    let place = drafted(&Hook::start());
    std::fs::remove_file(place.path("tillwatch.db")).unwrap();
    let ran = place.line("pir export INC-2025-10-24-001").exits(0);
    assert!(ran.stdout.contains("<h1>") && !ran.stdout.contains("<svg"));
    assert!(ran.stderr.contains("nothing is on record about it any more"), "{}", ran.stderr);
}

#[test]
fn a_review_that_is_overdue_raises_an_alert_until_it_is_finished() {
    let place = Place::new();
    let _ = place.line("init cashier .").exits(0);
    let finished = "<!-- tillwatch:review until=2025-10-20T10:00:00Z -->\nDone.\n";
    place.write("pir/INC-2025-10-20-001.md", &finished.replace("Done.", "[Words]"));
    // Opens the database, in which `pir check` then keeps what it finds.
    let evaluate = |now: &str| place.run(&["--now", now, "--commit", "evaluate-alerts"]);
    let _ = evaluate("2025-10-24T04:29:00Z");
    let check = |now: &str, code| place.run(&["--now", now, "--commit", "pir", "check"]).exits(code);
    let firing = |now: &str| {
        let _ = evaluate(now);
        let line = "SELECT COUNT(*) FROM alert WHERE rule = 'PostIncidentReviewOverdue' AND state = 'firing'";
        let own = rusqlite::Connection::open(place.path("tillwatch.db")).unwrap();
        own.query_row(line, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let _ = check("2025-10-24T04:30:00Z", 1);
    assert_eq!(firing("2025-10-24T04:31:00Z"), 1);
    place.write("pir/INC-2025-10-20-001.md", finished);
    let _ = place.run(&["--now", "2025-10-24T04:32:00Z", "pir", "check"]).exits(0);
    assert_eq!(firing("2025-10-24T04:33:00Z"), 1, "a dry run keeps nothing");
    let _ = check("2025-10-24T04:34:00Z", 0);
    assert_eq!(firing("2025-10-24T04:35:00Z"), 0);
}

#[test]
fn check_makes_no_database() {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n");
    let _ = place.line("pir check").exits(0);
    assert!(!place.path("tillwatch.db").exists());
}
