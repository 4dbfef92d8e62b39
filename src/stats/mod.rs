//! The arithmetic of every report, pure: percentiles, intervals and availability, error budgets, shares and money.
//!
//! Knows no query, no database and no clock. A figure over nothing is `None`, never 0 and never 100. docs/reports.md
//! defines each of them.

mod availability;
mod budget;
mod money;
mod percentile;
mod response;
mod span;

pub(crate) use availability::{Availability, outages};
pub(crate) use budget::ErrorBudget;
pub(crate) use money::{decimal, percentage, rounded};
pub(crate) use percentile::{deviation, interpolated, nearest_rank};
pub(crate) use response::{Told, acknowledged_after, detected_after};
pub(crate) use span::{Interval, Span, State, timeline, union};
