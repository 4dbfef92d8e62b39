//! Tests of rules: rows over time, put into databases of their own, and what the rules in force make of them.
//!
//! What runs is the very round of `evaluate-alerts`; nothing of the project is written and nothing leaves.

mod compare;
mod databases;
mod file;
mod input;
mod mismatch;
mod place;
mod rehearsal;
mod series;
mod set;
mod tester;
mod world;

pub(crate) use file::TestFile;

pub(crate) use set::{shipped, within};
pub(crate) use tester::{TestResult, Tester};
