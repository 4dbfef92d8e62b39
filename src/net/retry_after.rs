//! The header `Retry-After`: <https://www.rfc-editor.org/rfc/rfc9110#field.retry-after>.

use jiff::{SignedDuration, Timestamp};
use reqwest::header::{HeaderMap, RETRY_AFTER};

/// Whoever asks for more patience than this is mistaken.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24);

/// How long an answer asks to wait.
pub(crate) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<SignedDuration> {
    wait(headers.get(RETRY_AFTER)?.to_str().ok()?, now)
}

/// By seconds or by a date.
fn wait(header: &str, now: Timestamp) -> Option<SignedDuration> {
    let header = header.trim();
    let wait = match header.parse::<u32>() {
        Ok(seconds) => SignedDuration::from_secs(seconds.into()),
        Err(_) => jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(header).ok()?.duration_since(now),
    };
    Some(wait.clamp(SignedDuration::ZERO, LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::seconds("120", Some(120))]
    #[case::a_date("Fri, 24 Oct 2025 10:07:00 GMT", Some(120))]
    #[case::a_date_gone_by("Fri, 24 Oct 2025 10:00:00 GMT", Some(0))]
    #[case::beyond_reason("4000000000", Some(86_400))]
    #[case::nonsense("soon", None)]
    fn retry_after_is_seconds_or_a_date(#[case] header: &str, #[case] seconds: Option<i64>) {
        let now = "2025-10-24T10:05:00Z".parse().unwrap();
        assert_eq!(wait(header, now).map(|wait| wait.as_secs()), seconds);
    }
}
