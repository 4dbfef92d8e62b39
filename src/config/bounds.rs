//! The least that a number may be.

use std::fmt::Display;

use serde::{Deserialize, Deserializer, de};

use crate::time::Duration;

/// A count of one at least.
pub(super) fn at_least_one<'de, D: Deserializer<'de>, T>(from: D) -> Result<T, D::Error>
where
    T: Deserialize<'de> + Default + Eq + Display,
{
    let count = T::deserialize(from)?;
    if count == T::default() { Err(de::Error::custom("0 is too few: write 1 or more")) } else { Ok(count) }
}

/// A length of time that passes.
pub(super) fn some_time<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    let length = Duration::deserialize(from)?;
    if length == Duration::ZERO {
        Err(de::Error::custom("0s is no time: write one like 1m"))
    } else {
        Ok(length)
    }
}
