//! URLs as messages may show them.

/// The URL without what may be secret: credentials, values of the query, the fragment, and long random path segments
/// (webhooks carry their token there). Works on text that is no valid URL as well.
pub(crate) fn redact_url(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    let (url, query) = url.split_once('?').map_or((url, None), |(url, query)| (url, Some(query)));
    let (scheme, rest) = url.split_once("://").map_or(("", url), |(scheme, rest)| (scheme, rest));
    let (authority, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
    let host =
        authority.rsplit_once('@').map_or_else(|| authority.to_owned(), |(_, host)| format!("…@{host}"));
    let path: Vec<&str> = path.split('/').map(|part| if is_token(part) { "…" } else { part }).collect();
    let query = query.map(|query| format!("?{}", redact_query(query))).unwrap_or_default();
    let scheme = if scheme.is_empty() { String::new() } else { format!("{scheme}://") };
    format!("{scheme}{host}{}{query}", path.join("/"))
}

/// Names are kept, values are not: any of them may be a key.
fn redact_query(query: &str) -> String {
    let pair = |pair: &str| pair.split_once('=').map_or("…".to_owned(), |(name, _)| format!("{name}=…"));
    query.split('&').map(pair).collect::<Vec<_>>().join("&")
}

/// Twenty characters or more with letters and digits: no word of a path is like that.
fn is_token(segment: &str) -> bool {
    segment.chars().count() >= 20
        && segment.contains(|c: char| c.is_ascii_digit())
        && segment.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::redact_url;

    #[rstest::rstest]
    #[case("http://api.local:8080/health", "http://api.local:8080/health")]
    #[case("https://user:pa@ss@api.local/x", "https://…@api.local/x")]
    #[case("https://a/x?token=abc&n=1&bare#frag", "https://a/x?token=…&n=…&…")]
    #[case(
        "https://hooks.slack.com/services/T0/B1/Xq3kLm9Zp2RtV7wYb4Nc8dFg",
        "https://hooks.slack.com/services/T0/B1/…"
    )]
    #[case("https://t.org/bot123456:AAbbCCddEEffGGhh/send", "https://t.org/…/send")]
    #[case("host:5432", "host:5432")]
    fn what_may_be_secret_is_not_shown(#[case] url: &str, #[case] shown: &str) {
        assert_eq!(redact_url(url), shown);
    }
}
