//! Every line once, whatever happens: random sequences of writing, rotating, packing, emptying, deleting and dying.

mod keeper;
mod world;

use std::collections::BTreeSet;
use std::fs::{self, File};

use proptest::prelude::*;

use keeper::Luck;
use world::{Step, World, step, step_that_may_empty};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn without_truncation_every_line_arrives_exactly_once(
        groups in any::<bool>(),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut world = World::live(groups, &steps);
        let mut kept = world.keeper.lines();
        kept.sort();
        world.written.sort();
        prop_assert_eq!(kept, world.written);
    }

    #[test]
    fn with_truncation_nothing_arrives_that_was_not_written(
        groups in any::<bool>(),
        steps in prop::collection::vec(step_that_may_empty(), 1..40),
    ) {
        let world = World::live(groups, &steps);
        let written: BTreeSet<&String> = world.written.iter().chain(&world.cut_off).collect();
        for line in world.keeper.lines() {
            prop_assert!(written.contains(&line), "{line:?} was never written");
        }
        let arrived = world.keeper.lines().iter().any(|line| line.contains("{the end}"));
        prop_assert!(arrived);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn older_lines_arrive_before_newer_ones(mut steps in prop::collection::vec(step(), 1..40)) {
        for step in &mut steps {
            if let Step::Pack { keeps_time, .. } = step {
                *keeps_time = true;
            }
        }
        let world = World::numbered().lives(&steps);
        let order = world.keeper.order.borrow();
        // A beginning that nobody went on with is a line only once its file is known to be finished.
        let numbers: Vec<_> = order.iter().filter_map(|line| line.split_once('#')).map(|(_, n)| n).collect();
        prop_assert!(numbers.is_sorted(), "{:?}", numbers);
    }
}

/// A log of numbered lines, longer than what a file is known by.
fn numbered_log() -> World {
    let mut world = World::numbered();
    (0..40).for_each(|_| world.line("{\"level\":\"info\"}"));
    world
}

/// All that a world wrote has arrived, each line once; `more` was never shipped again under another id.
fn each_once(world: World) {
    let mut world = world.lives(&[]);
    let mut kept = world.keeper.lines();
    kept.sort();
    world.written.sort();
    assert_eq!(kept, world.written);
}

#[rstest::rstest]
fn a_log_that_is_copied_and_emptied_while_it_is_shipped_arrives_once(#[values(0, 5, 200)] lines: u8) {
    let mut world = numbered_log();
    world.run_beside(true, lines);
    each_once(world);
}

#[test]
fn what_arrived_of_a_log_before_a_run_died_and_it_was_copied_and_emptied_arrives_once() {
    let mut world = numbered_log();
    world.run(Luck::Dies(0));
    world.empty(true);
    each_once(world);
}

#[test]
fn a_copy_of_a_log_that_is_not_emptied_yet_is_no_log_of_its_own() {
    for half in [false, true] {
        let mut world = numbered_log();
        world.run(Luck::Good);
        let part = world.folder.path().join("app.log.1");
        let bytes = fs::read(world.path()).unwrap();
        fs::write(&part, &bytes[..if half { 300 } else { bytes.len() }]).unwrap();
        world.touch(&part);
        world.run(Luck::Good);
        fs::write(&part, &bytes).unwrap();
        File::options().write(true).truncate(true).open(world.path()).unwrap();
        each_once(world);
    }
}
