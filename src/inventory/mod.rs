//! Stores, their opening hours and the people behind names. Knows nothing of databases.

mod hours;
mod people;
mod rotation;
mod stores;

pub(crate) use hours::{Hours, HoursError};
pub(crate) use people::Directory;
pub(crate) use rotation::{Rotation, Shift};
pub(crate) use stores::{Inventory, Store, StoreState};
