//! What is usual: for each hour of the week the median and spread of what was recorded. The table is the own database's, so
//! that a query may join it; whatever else tells the unusual later is one more table beside it.

mod learn;
mod refresh;
mod statements;
mod store;

pub(crate) use refresh::{Refreshed, refresh};
pub(crate) use store::{Known, known};
