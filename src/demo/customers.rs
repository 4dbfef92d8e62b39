//! The people who shop: the chain wins some each day, and some stay away for good.

use super::calendar::{DAYS, Day};
use super::random::Random;

/// How many there are on the first day; about thirteen join each day.
const AT_FIRST: u32 = 1_230;

/// One customer; the position in the list, counted from 1, is the id.
struct Customer {
    joined: u32,
    /// The first day on which this one no longer comes.
    leaves: u32,
}

/// All customers there will have been by today.
pub(super) struct Customers(Vec<Customer>);

impl Customers {
    pub(super) fn new() -> Self {
        let mut random = Random::new("customers", 0);
        let mut all: Vec<Customer> = Vec::new();
        for day in 0..DAYS {
            let joining = if day == 0 { AT_FIRST } else { 9 + random.below(8) };
            all.extend((0..joining).map(|_| Customer { joined: day, leaves: leaves(&mut random, day) }));
        }
        Self(all)
    }

    /// Every customer's id and the second of the day on which they joined.
    pub(super) fn joined_on(&self, day: &Day) -> impl Iterator<Item = i64> {
        let index = day.index;
        (1..).zip(&self.0).filter(move |(_, customer)| customer.joined == index).map(|(id, _)| id)
    }

    /// Those who come on a day: nearly a fifth of all, and whoever joined on it.
    pub(super) fn visiting(&self, day: &Day) -> Vec<i64> {
        let mut random = Random::new("visits", day.index);
        let comes = |customer: &Customer, random: &mut Random| {
            let here = customer.joined <= day.index && day.index < customer.leaves;
            here && (random.chance(0.2) || customer.joined == day.index && day.index > 0)
        };
        (1..).zip(&self.0).filter(|(_, customer)| comes(customer, &mut random)).map(|(id, _)| id).collect()
    }
}

/// About two in a hundred leave each month.
fn leaves(random: &mut Random, joined: u32) -> u32 {
    if random.chance(0.07) { joined + 1 + random.below(120) } else { u32::MAX }
}
