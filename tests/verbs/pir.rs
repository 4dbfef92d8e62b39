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
        "- 10:04 - Alert triggered: Алмаз: 40.0 % (SuccessLow)",
        "- 10:04 - +70000000001 told by sms; +70000000002 told by sms",
        "- 10:06 - Incident 1 acknowledged by ivan",
        "- 10:21 - Alert ended: SuccessLow (condition over)",
        "- Transactions affected: 2",
        "(due 2025-10-26 10:21, 48 hours after the end)",
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
