//! What may happen to the project.

use proptest::prelude::{Just, Strategy, prop_oneof};

use super::world::RULES;

/// How a channel behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum How {
    Takes,
    TryAgain,
    Refuses,
}

/// What happens.
#[derive(Clone, Debug)]
pub(super) enum Happens {
    /// An alert of a rule begins on a store, or ends there.
    Turns {
        rule: usize,
        store: usize,
    },
    Minutes(i64),
    /// The clock is set back.
    Back(i64),
    Channel(&'static str, How),
    Silence {
        store: usize,
        minutes: i64,
    },
    Ack {
        which: usize,
        minutes: Option<i64>,
    },
    Severity {
        which: usize,
        to: Option<&'static str>,
    },
    Escalate {
        which: usize,
    },
    Resolve {
        which: usize,
    },
    /// A run that may have no time to send.
    Round {
        sends: bool,
    },
    /// A run that claims the next message and dies.
    Dies,
}

pub(super) fn anything() -> impl Strategy<Value = Happens> {
    let which = || 0..4_usize;
    let how = prop_oneof![2 => Just(How::Takes), 2 => Just(How::TryAgain), 1 => Just(How::Refuses)];
    prop_oneof![
        8 => (0..RULES.len(), 1..=4_usize).prop_map(|(rule, store)| Happens::Turns { rule, store }),
        3 => (0..12_i64).prop_map(Happens::Minutes),
        1 => (20..1500_i64).prop_map(Happens::Minutes),
        1 => (1..=60_i64).prop_map(Happens::Back),
        2 => (prop_oneof![Just("chat"), Just("page"), Just("last")], how).prop_map(|(name, how)| Happens::Channel(name, how)),
        1 => (1..=4_usize, 1..120_i64).prop_map(|(store, minutes)| Happens::Silence { store, minutes }),
        2 => (which(), proptest::option::of(1..90_i64)).prop_map(|(which, minutes)| Happens::Ack { which, minutes }),
        1 => (which(), proptest::option::of(prop_oneof![Just("P0"), Just("P1"), Just("P2")]))
            .prop_map(|(which, to)| Happens::Severity { which, to }),
        1 => which().prop_map(|which| Happens::Escalate { which }),
        1 => which().prop_map(|which| Happens::Resolve { which }),
        10 => proptest::bool::weighted(0.8).prop_map(|sends| Happens::Round { sends }),
        1 => Just(Happens::Dies),
    ]
}
