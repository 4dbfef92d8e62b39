//! What a review says an incident cost, and of which time.

use crate::support::Place;
use crate::support::hook::Hook;
use crate::support::shop::{backend, evaluate, sell, shop};

const HOUR: &str = "--since 2025-10-24T09:00:00Z --until 2025-10-24T10:00:00Z --output -";

/// Of 40 sales store 3 makes ten, of ten store 4 makes 50; customer 7 meets a failure in both. What is usual is learnt
/// only after that.
fn dark_store() -> Place {
    let place = shop(&Hook::start());
    let _ = evaluate(&place, "2025-10-24T08:00:00Z").exits(0);
    sell(&place, "2025-10-24 09:10:00", 1);
    (0..5).for_each(|_| sell(&place, "2025-10-24 09:20:00", 1));
    let two = "UPDATE cashier_transactions SET store_id = 4 WHERE created_at = '2025-10-24 09:20:00';
               INSERT INTO customers (id, created_at) VALUES (7, '2025-01-01 00:00:00');
               UPDATE cashier_transactions SET customer_id = 7 WHERE status = 'failed'";
    backend(&place).execute_batch(two).unwrap();
    learn(&place, [40, 10], "11:00");
    place
}

/// Holds from then on so many sales of stores 3 and 4 for usual on Fridays from nine to ten.
fn learn(place: &Place, [third, fourth]: [u32; 2], at: &str) {
    let sql = format!(
        "INSERT INTO baseline (metric, labels, store_id, hour_of_week, median, spread, weeks, refreshed)
         SELECT 'transaction_volume_per_hour', json_object('store_id', column1), column1, 105, column2, 1, 4,
           '2025-10-24 {at}:00.000' FROM (VALUES ('3', {third}), ('4', {fourth}))"
    );
    rusqlite::Connection::open(place.path("tillwatch.db")).unwrap().execute_batch(&sql).unwrap();
}

fn drafted(place: &Place, more: &str) -> String {
    place.line(&format!("--now 2025-10-24T12:00:00Z pir new {HOUR} {more}")).exits(0).stdout
}

#[test]
fn what_a_store_lacks_no_other_makes_up_for() {
    let draft = drafted(&dark_store(), "");
    assert!(draft.contains("- Transactions not begun: ~30 of 50 that the baseline expects\n"), "{draft}");
}

#[test]
fn a_person_who_meets_failures_in_two_stores_is_one_customer() {
    let place = dark_store();
    for more in ["", "--store 3"] {
        let draft = drafted(&place, more);
        assert!(draft.contains("- Customers impacted: 1 (1 of them did not succeed later"), "{draft}");
    }
}

#[test]
fn the_commands_of_a_draft_answer_the_same_whatever_was_learnt_since() {
    let place = dark_store();
    let draft = drafted(&place, "");
    let commands: Vec<_> = draft.lines().filter_map(|line| line.strip_prefix("-- tillwatch ")).collect();
    assert_eq!(commands.len(), 4, "{commands:?}");
    learn(&place, [900, 900], "13:00");
    let answers = ["3,1,1,1,1,100,1\n4,1,1,1,1,500,5\n", "3,40\n4,10\n", "3,10,0,10\n", ""];
    for (command, answer) in commands.iter().zip(answers) {
        let ran = place.line(&format!("{command} --format csv")).exits(0);
        assert!(ran.stdout.contains(answer), "{command}: {}", ran.stdout);
    }
}

#[test]
fn bounds_that_somebody_names_are_those_that_count() {
    let place = shop(&Hook::start());
    sell(&place, "2025-10-24 10:04:00", 6);
    let _ = evaluate(&place, "2025-10-24T10:04:30Z").exits(1);
    let from = |scope: &str| {
        place.line(&format!("--now 2025-10-24T12:00:00Z pir new {scope} --output -")).exits(0).stdout
    };
    assert!(from("--from-alert 1").contains("Counted from 2025-10-24 09:54 on"));
    let draft = from("--since 2025-10-24T10:04:10Z --until 2025-10-24T10:10:00Z");
    assert!(draft.contains("Alert triggered") && !draft.contains("Counted from"), "{draft}");
    assert!(draft.contains("- Transactions affected: 0\n"), "{draft}");
}

#[test]
fn a_time_that_has_not_been_is_refused() {
    let place = shop(&Hook::start());
    let _ = evaluate(&place, "2025-10-24T08:00:00Z").exits(0);
    let ran = place.line(&format!("--now 2025-10-24T09:59:59Z pir new {HOUR}")).exits(2);
    assert!(ran.stderr.contains("--until lies after now") && ran.stderr.contains("hint: "), "{}", ran.stderr);
    let _ = place.line(&format!("--now 2025-10-24T10:00:00Z pir new {HOUR}")).exits(0);
}
