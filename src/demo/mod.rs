//! The demonstration: a cashier project with seeded history, stand-ins for the world around it, and a tour of the verbs.
//!
//! Everything in it is made up, and its data comes out the same each time.

mod app_logs;
mod backend;
mod calendar;
mod customers;
mod incidents;
mod mail;
mod outages;
mod outbox;
mod own;
mod project;
mod random;
mod rush;
mod samples;
mod standin;
mod statements;
mod tour;
mod trade;
mod traffic;
mod workspace;

pub(crate) use project::Ports;
pub(crate) use standin::StandIns;
pub(crate) use tour::{Ending, NEXT, Step, steps};
pub(crate) use workspace::{DemoError, OUTBOX, prepare, write_project};
