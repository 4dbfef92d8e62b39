//! How long it took until somebody knew: MTTD from the failure to the incident, MTTA from there to the acknowledgement.

use super::Span;

/// When an incident was opened and acknowledged, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub opened: i64,
    pub acknowledged: Option<i64>,
}

/// MTTD in seconds: over the failures that an incident was opened for, the mean from the first failed check to the
/// first such incident. A failure that nobody noticed has no time to detect, and is no part of the mean.
pub(crate) fn detected_after(outages: &[Span], incidents: &[Told]) -> Option<f64> {
    let first = |outage: &Span| {
        let during =
            incidents.iter().filter(|told| outage.since <= told.opened && told.opened < outage.until);
        during.map(|told| Span { since: outage.since, until: told.opened }.seconds()).reduce(f64::min)
    };
    mean(outages.iter().filter_map(first))
}

/// MTTA in seconds: the mean from opening to acknowledgement, over the incidents that somebody acknowledged.
pub(crate) fn acknowledged_after(incidents: &[Told]) -> Option<f64> {
    let until = |told: &Told| Some(Span { since: told.opened, until: told.acknowledged? }.seconds());
    mean(incidents.iter().filter_map(until))
}

fn mean(seconds: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = seconds.fold((0_u32, 0.0), |(count, sum), next| (count + 1, sum + next));
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn told(opened: i64, acknowledged: Option<i64>) -> Told {
        Told { opened: opened * MINUTE, acknowledged: acknowledged.map(|at| at * MINUTE) }
    }

    /// <https://www.atlassian.com/incident-management/kpis/common-metrics>: 40 minutes between alert and
    /// acknowledgement over ten incidents are an MTTA of four.
    #[test]
    fn forty_minutes_over_ten_incidents_are_four() {
        let ten: Vec<Told> =
            (0..10).map(|n| told(60 * n, Some(60 * n + if n < 5 { 1 } else { 7 }))).collect();
        assert_eq!(acknowledged_after(&ten), Some(240.0));
    }

    #[test]
    fn who_was_never_acknowledged_or_noticed_has_no_time() {
        assert_eq!(acknowledged_after(&[told(1, None), told(5, Some(7))]), Some(120.0));
        assert_eq!((acknowledged_after(&[told(1, None)]), detected_after(&[], &[])), (None, None));
    }

    #[test]
    fn a_failure_is_detected_by_the_first_incident_during_it() {
        let outages = [(10, 31), (50, 60), (80, 90)];
        let outages = outages.map(|(since, until)| Span { since: since * MINUTE, until: until * MINUTE });
        let incidents =
            [told(5, None), told(20, None), told(13, None), told(51, None), told(60, None), told(90, None)];
        assert_eq!(detected_after(&outages, &incidents), Some(120.0));
    }
}
