//! Reviews drafted from what is on record.

use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::shop::{evaluate, sell, shop};

/// Store 3 fails from 10:00, is acknowledged at 10:06 and well again by 10:21.
fn episode() -> Place {
    let hook = Hook::start();
    let place = shop(&hook);
    sell(&place, "2025-10-24 10:04:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:04:30Z").exits(1);
    let ack = ["--now", "2025-10-24T10:06:00Z", "--commit", "incident", "ack", "1", "--by", "ivan"];
    let _ = place.run(&ack).exits(0);
    sell(&place, "2025-10-24 10:07:00", 2);
    sell(&place, "2025-10-24 10:20:00", 0);
    let _ = evaluate(&place, "2025-10-24T10:21:00Z").exits(0);
    place
}

#[test]
fn the_draft_tells_the_episode_and_its_impact() {
    let place = episode();
    let _ = place.line("--now 2025-10-24T12:00:00Z pir new --from-incident 1").exits(0);
    assert!(!place.path("pir").exists(), "--now alone writes nothing");
    let _ = place.line("--now 2025-10-24T12:00:00Z --commit pir new --from-incident 1").exits(0);
    let text = place.read("pir/INC-2025-10-24-001.md");
    for line in [
        "**Incident ID**: INC-2025-10-24-001",
        "**Severity**: P1",
        "**Duration**: 16m30s",
        "**Services Affected**: Store 3 (Алмаз)",
        "- 10:04 - Alert triggered: Алмаз: 40.0 % (SuccessLow) · alert 1\n",
        "- 10:04 - +70000000001 told by sms; +70000000002 told by sms · message 1, message 2\n",
        "- 10:06 - Incident 1 acknowledged by ivan · incident 1\n",
        "- 10:21 - Alert ended: SuccessLow (condition over) · alert 1\n",
        "- Transactions affected: 2\n",
        "- Error budget spent: transaction_success_rate_percentage (store_id=3): 90.00\u{202f}% good, objective 99 %, \
         0.38\u{202f}% of 30 days\n",
        "- `success` (store_id=3) from 09:00, every 5m: `",
        "` lowest 40.0\u{202f}% at 10:05, highest 100.0\u{202f}% at 10:30\n",
        "None of the same rules is on record before.\n",
        "-- tillwatch query failed_transactions_count --over 16m30s --now 2025-10-24T10:21:00Z\nWITH sales AS (",
        "Due 2025-10-26 10:21, 48 hours after the end.",
    ] {
        assert!(text.contains(line), "{line} is missing in:\n{text}");
    }
}

#[test]
fn a_draft_is_never_overwritten_and_the_next_one_counts_on() {
    let place = episode();
    let _ = place.line("pir new --from-incident 1").exits(0);
    let _ = place.line("pir new --from-alert 1").exits(0);
    assert!(place.path("pir/INC-2025-10-24-002.md").exists());
    let ran = place.line("pir new --from-alert 1 --output pir/INC-2025-10-24-001.md").exits(3);
    assert!(ran.stderr.contains("never overwritten"), "{}", ran.stderr);
}

#[test]
fn a_stretch_of_time_without_alerts_is_drafted_too() {
    let place = episode();
    let args = ["pir", "new", "--since", "2025-10-24 08:00", "--until", "2025-10-24 09:00", "--output", "-"];
    let text = place.run(&args).exits(0).stdout;
    assert!(
        text.contains("**Duration**: 1h\n") && text.contains("No alert, message or acknowledgement"),
        "{text}"
    );
}

#[test]
fn a_scope_that_is_not_there_is_named() {
    let place = episode();
    assert!(place.line("pir new --from-alert 99").exits(2).stderr.contains("there is no alert 99"));
    assert!(
        place
            .line("pir new")
            .exits(2)
            .stderr
            .contains("--from-alert, --from-incident, or --since and --until")
    );
    let ran = place.run(&["pir", "new", "--since", "yesterday", "--until", "2025-10-24 09:00"]).exits(2);
    assert!(ran.stderr.contains("\"yesterday\" is no time"), "{}", ran.stderr);
}

/// A review by the plan's template: one action late, one without an owner, a time out of order.
const BY_HAND: &str = "# Post-Incident Review\n\n**Incident ID**: INC-2025-10-20-001\n**Date**: 2025-10-20\n\
    **Severity**: P1\n\n## Timeline\n- 10:05 - a\n- 10:00 - b\n\n## Action Items\n\
    - [ ] Run the load test (Owner: QA, Due: 2025-10-22)\n- [ ] Починить (Owner: Иван, Due: 2025-11-30)\n\
    - [x] Restart it (Owner: QA, Due: 2025-10-21)\n- [ ] Ask (Due: tomorrow)\n\n**Reviewed By**: [Technical Lead]\n";

fn reviewed(text: &str) -> Place {
    let place = Place::new();
    place.write("tillwatch.toml", "version = 1\n[project]\ntime_zone = \"Europe/Moscow\"\n");
    place.write("pir/INC-2025-10-20-001.md", text);
    place
}

#[test]
fn check_names_every_finding_with_file_and_line() {
    let place = reviewed(BY_HAND);
    let ran = place.line("--now 2025-10-24T10:00:00Z pir check").exits(2);
    let file = "pir/INC-2025-10-20-001.md";
    let form = "(write (Owner: Who, Due: YYYY-MM-DD) at its end)";
    let expected = [
        format!("{file}:1: overdue since 2025-10-23 00:00: 1 placeholder left"),
        format!(
            "{file}:9: 10:00 stands behind 10:05 (put it in its place; on another day write YYYY-MM-DD HH:MM)"
        ),
        format!(
            "{file}:12: QA: Run the load test was due on 2025-10-22 (tick it off as `- [x]`, or agree on another day)"
        ),
        format!("{file}:15: this action has no owner {form}"),
        format!("{file}:15: this action has no day on which it is due {form}"),
        format!("{file}:17: warning: [Technical Lead] waits for somebody's words"),
    ];
    assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), expected);
    assert!(ran.stderr.contains("checked 1 review: 1 overdue, 1 overdue action, 3 mistakes, 1 placeholder"));
}

#[test]
fn what_is_only_late_exits_1_and_what_is_only_unwritten_0() {
    let place = reviewed("**Date**: 2025-10-24\n[Words]\n");
    let _ = place.line("--now 2025-10-26T20:59:59Z pir check").exits(0);
    let _ = place.line("--now 2025-10-26T21:00:01Z pir check").exits(1);
    assert!(
        place
            .line("pir check INC-2025-10-20-002")
            .exits(2)
            .stderr
            .contains("did you mean INC-2025-10-20-001?")
    );
    place.write("pir/INC-2025-10-24-002.md", "");
    std::fs::write(place.path("pir/INC-2025-10-24-002.md"), b"\xff\xfe").unwrap();
    let ran = place.line("--now 2025-10-24T12:00:00Z pir check").exits(2);
    assert!(ran.stdout.starts_with("pir/INC-2025-10-24-002.md: "), "{}", ran.stdout);
}

#[test]
fn open_actions_are_listed_by_owner_and_day() {
    let place = reviewed(BY_HAND);
    let listed = |line: &str, code| {
        place.line(&format!("--now 2025-10-24T10:00:00Z {line} --format csv")).exits(code).stdout
    };
    let head = "state,due,owner,action,review,place\n";
    let place_of = |line: u8| format!("INC-2025-10-20-001,pir/INC-2025-10-20-001.md:{line}\n");
    let late = format!("overdue,2025-10-22,QA,Run the load test,{}", place_of(12));
    let later = format!("open,2025-11-30,Иван,Починить,{}", place_of(13));
    let vague = format!("open,,,Ask (Due: tomorrow),{}", place_of(15));
    let done = format!("done,2025-10-21,QA,Restart it,{}", place_of(14));
    assert_eq!(listed("pir actions", 1), format!("{head}{late}{later}{vague}"));
    assert_eq!(listed("pir actions --overdue", 1), format!("{head}{late}"));
    assert_eq!(listed("pir actions --owner иван", 0), format!("{head}{later}"));
    assert_eq!(listed("pir actions --all --owner QA", 1), format!("{head}{late}{done}"));
}

#[test]
fn list_says_how_far_each_review_is() {
    let place = episode();
    place.write("pir/INC-2025-10-20-001.md", BY_HAND);
    let _ = place.line("--now 2025-10-24T12:00:00Z --commit pir new --from-incident 1").exits(0);
    let listed = place.line("--now 2025-10-24T12:00:00Z pir list --format csv").exits(1).stdout;
    assert_eq!(
        listed,
        "id,date,severity,state,due,placeholders,open_actions,overdue_actions,file\n\
         INC-2025-10-20-001,2025-10-20,P1,overdue,2025-10-23 00:00,1,3,1,pir/INC-2025-10-20-001.md\n\
         INC-2025-10-24-001,2025-10-24,P1,due,2025-10-26 10:21,13,0,0,pir/INC-2025-10-24-001.md\n"
    );
}
