//! Time zones by name.

use std::fs;
use std::path::Path;

use jiff::tz::TimeZone;

/// Where Unix systems keep compiled time zones.
const SYSTEM: &str = "/usr/share/zoneinfo";

/// The IANA time zone of this name, such as `Europe/Moscow`; `None` if there is none.
///
/// Where the system keeps it in the usual place that one file is read. jiff's own search first lists every zone of the
/// system, which costs a short run more than all its queries.
pub(crate) fn zone(name: &str) -> Option<TimeZone> {
    let is_plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|c| c.is_ascii_alphanumeric() || b"_-+".contains(&c))
    };
    let read = || {
        let data = name.split('/').all(is_plain).then(|| fs::read(Path::new(SYSTEM).join(name)).ok())??;
        TimeZone::tzif(name, &data).ok()
    };
    read().or_else(|| TimeZone::get(name).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_the_one_that_the_database_of_zones_has() {
        for name in ["Europe/Moscow", "UTC", "america/new_york", "Etc/GMT+3"] {
            let (found, known) = (zone(name).unwrap(), TimeZone::get(name).unwrap());
            for at in ["2025-01-01T00:00:00Z", "2025-07-01T00:00:00Z", "1990-07-01T00:00:00Z"] {
                let at: jiff::Timestamp = at.parse().unwrap();
                assert_eq!(found.to_offset(at), known.to_offset(at), "{name} {at}");
            }
        }
    }

    #[test]
    fn what_names_no_zone_is_none() {
        for name in ["", "Europe/Moscov", "../zoneinfo/UTC", "/etc/passwd", "tzdata.zi", "Europe"] {
            assert!(zone(name).is_none(), "{name}");
        }
    }
}
