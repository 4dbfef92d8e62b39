//! How a probe ended, and the judgement of what it saw.

use std::time::Duration;

use super::seen::{Seen, millis};
use crate::render::plural;
use crate::time;

/// Whether a target is well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Judgement {
    Well,
    /// It answers rightly, and something will need attention.
    Warning(String),
    Failed(String),
}

impl Judgement {
    /// How bad it is: 0 is well.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Well => 0,
            Self::Warning(_) => 1,
            Self::Failed(_) => 2,
        }
    }

    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Well => "ok",
            Self::Warning(_) => "warning",
            Self::Failed(_) => "failed",
        }
    }

    pub(crate) fn reason(&self) -> Option<&str> {
        match self {
            Self::Well => None,
            Self::Warning(reason) | Self::Failed(reason) => Some(reason),
        }
    }
}

/// One target, probed once.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub target: String,
    pub kind: &'static str,
    pub judgement: Judgement,
    /// Of the last attempt, from start to end.
    pub response_ms: f64,
    /// How many milliseconds it may take.
    pub limit_ms: Option<f64>,
    pub seen: Seen,
    pub attempts: u32,
}

/// What every kind of target may limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub timeout: time::Duration,
    pub retries: u32,
    pub max_latency: Option<time::Duration>,
    pub cert_warning: time::Duration,
}

/// Judges a right answer by how long it took and how long its certificate lasts.
pub(super) fn judge(limits: &Limits, took: Duration, cert_days: Option<f64>) -> Judgement {
    if let Some(limit) = limits.max_latency.filter(|limit| took > limit.std()) {
        let (took, limit) = (millis(took), limit.as_millis());
        return Judgement::Failed(format!("took {took:.0} ms, limit {limit} ms"));
    }
    let warning_days = limits.cert_warning.as_secs_f64() / 86_400.0;
    match cert_days {
        Some(days) if warning_days > 0.0 && days < warning_days => Judgement::Warning(expiry(days)),
        _ => Judgement::Well,
    }
}

/// When a certificate expires, in words.
pub(super) fn expiry(days: f64) -> String {
    let whole = days.abs().floor();
    let whole_days = plural(whole, "day");
    match (days < 0.0, whole < 1.0) {
        (true, true) => "certificate expired less than a day ago".into(),
        (true, false) => format!("certificate expired {whole_days} ago"),
        (false, true) => "certificate expires in less than a day".into(),
        (false, false) => format!("certificate expires in {whole_days}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits {
            timeout: time::Duration::from_secs(5),
            retries: 0,
            max_latency: Some(time::Duration::from_secs(1)),
            cert_warning: time::Duration::from_secs(14 * 86_400),
        }
    }

    #[test]
    fn an_answer_at_the_limit_is_good_and_one_past_it_is_not() {
        assert_eq!(judge(&limits(), Duration::from_secs(1), None), Judgement::Well);
        let late = judge(&limits(), Duration::from_millis(1204), None);
        assert_eq!(late, Judgement::Failed("took 1204 ms, limit 1000 ms".into()));
    }

    #[test]
    fn a_certificate_near_its_end_is_a_warning_only() {
        let soon = judge(&limits(), Duration::ZERO, Some(13.9));
        assert_eq!(soon, Judgement::Warning("certificate expires in 13 days".into()));
        assert_eq!(judge(&limits(), Duration::ZERO, Some(14.0)), Judgement::Well);
        let silent = Limits { cert_warning: time::Duration::ZERO, ..limits() };
        assert_eq!(judge(&silent, Duration::ZERO, Some(-3.0)), Judgement::Well);
    }

    #[test]
    fn days_are_counted_in_words() {
        assert_eq!(expiry(-3.2), "certificate expired 3 days ago");
        assert_eq!(expiry(-0.1), "certificate expired less than a day ago");
        assert_eq!(expiry(1.5), "certificate expires in 1 day");
    }
}
