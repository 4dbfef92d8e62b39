//! Responses in short, for the contracts of what sends over HTTP.

/// A response from `STATUS|HEADER|BODY` or `STATUS|BODY`.
pub(crate) fn response(short: &str) -> String {
    let parts: Vec<&str> = short.splitn(3, '|').collect();
    let (headers, body) = match parts[1..] {
        [header, body] => (format!("{header}\r\n"), body),
        _ => (String::new(), parts[1]),
    };
    let length = body.len();
    format!("HTTP/1.1 {}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}", parts[0])
}
