//! When a host begins, so that not all shops send in the same second.

use crate::label::digest;
use crate::time::Duration;

/// A host's own share of the splay: always the same, and less than all of it.
pub(crate) fn splay(host: &str, splay: Duration) -> Duration {
    let place = u64::from_str_radix(&digest([host])[..12], 16).unwrap_or_default();
    let whole = u64::try_from(splay.as_millis()).unwrap_or_default();
    Duration::from_millis(place.checked_rem(whole).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_has_its_own_moment_and_keeps_it() {
        let two = Duration::from_secs(120);
        let at = |host: &str| splay(host, two).as_millis();
        assert_eq!(at("till-1"), at("till-1"));
        assert_eq!(splay("till-1", Duration::ZERO), Duration::ZERO);
        let all: Vec<i64> = (0..1000).map(|shop| at(&format!("till-{shop}"))).collect();
        assert!(all.iter().all(|at| (0..120_000).contains(at)));
        for quarter in 0..4 {
            let share = all.iter().filter(|at| **at / 30_000 == quarter).count();
            assert!((200..300).contains(&share), "{share} of a thousand in quarter {quarter}");
        }
    }
}
