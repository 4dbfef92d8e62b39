//! Whether an HTTP answer is like what its target expects. Pure.

use http::HeaderMap;
use serde_json::Value;

use crate::config::HttpTarget;

/// An HTTP answer, its body read up to a limit.
#[derive(Debug)]
pub(super) struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    /// The body went on beyond the limit.
    pub cut: bool,
}

/// The first expectation that the answer does not meet, in words.
pub(super) fn check(target: &HttpTarget, answer: &Answer) -> Result<(), String> {
    if !target.status.contains(answer.status) {
        return Err(format!("status {}, expected {}", answer.status, target.status));
    }
    check_headers(target, answer)?;
    if target.body_regex.is_none() && target.json.is_empty() {
        return Ok(());
    }
    check_body(target, answer).map_err(|reason| {
        if answer.cut { format!("{reason} (only the first MiB of the body was read)") } else { reason }
    })
}

fn check_headers(target: &HttpTarget, answer: &Answer) -> Result<(), String> {
    for (name, pattern) in &target.expect_headers {
        let name = &name.0;
        let values = answer.headers.get_all(name);
        if !answer.headers.contains_key(name) {
            return Err(format!("header {name} is absent"));
        }
        if !values.iter().any(|value| pattern.matches(&String::from_utf8_lossy(value.as_bytes()))) {
            return Err(format!("header {name} does not match {pattern}"));
        }
    }
    Ok(())
}

fn check_body(target: &HttpTarget, answer: &Answer) -> Result<(), String> {
    if let Some(pattern) = &target.body_regex
        && !pattern.matches(&String::from_utf8_lossy(&answer.body))
    {
        return Err(format!("body does not match {pattern}"));
    }
    if target.json.is_empty() {
        return Ok(());
    }
    let document: Value = serde_json::from_slice(&answer.body).map_err(|_| "body is no JSON")?;
    for (pointer, expected) in &target.json {
        let pointer = pointer.as_str();
        match document.pointer(pointer) {
            None => return Err(format!("JSON {pointer} is absent, expected {expected}")),
            Some(found) if !equal(found, expected) => {
                return Err(format!("JSON {pointer} is {}, expected {expected}", shortened(found)));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Equal as JSON, and 1 equals 1.0.
fn equal(found: &Value, expected: &Value) -> bool {
    match (found.as_f64(), expected.as_f64()) {
        (Some(found), Some(expected)) => found.total_cmp(&expected).is_eq(),
        _ => found == expected,
    }
}

fn shortened(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 60 { text } else { text.chars().take(59).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Target, parse};

    fn target(settings: &str) -> HttpTarget {
        let text = format!("version = 1\n[targets.a.http]\nurl = \"http://a\"\n{settings}");
        let Config { targets, .. } = parse(&text, "tillwatch.toml".as_ref()).unwrap();
        let Target::Http(target) = &targets["a"] else { panic!() };
        HttpTarget::clone(target)
    }

    fn answer(status: u16, body: &str) -> Answer {
        let headers = [("content-type".parse().unwrap(), "application/json".parse().unwrap())];
        Answer { status, headers: headers.into_iter().collect(), body: body.into(), cut: false }
    }

    #[rstest::rstest]
    #[case("", 204, "", None)]
    #[case("", 500, "", Some("status 500, expected 200-299"))]
    #[case("status = [200, \"300-399\"]", 302, "", None)]
    #[case("expect_headers = { Content-Type = \"json$\" }", 200, "", None)]
    #[case(
        "expect_headers = { Content-Type = \"html\" }",
        200,
        "",
        Some("header content-type does not match /html/")
    )]
    #[case("expect_headers = { x-node = \".\" }", 200, "", Some("header x-node is absent"))]
    #[case("body_regex = \"x\"", 200, "abc", Some("body does not match /x/"))]
    #[case("body_regex = \"^a.c$\"", 200, "abc", None)]
    #[case("json = { \"/status\" = \"ok\" }", 200, "{\"status\":\"ok\"}", None)]
    #[case(
        "json = { \"/status\" = \"ok\" }",
        200,
        "{\"status\":1}",
        Some("JSON /status is 1, expected \"ok\"")
    )]
    #[case("json = { \"/a/0\" = 1.0 }", 200, "{\"a\":[1]}", None)]
    #[case("json = { \"/a/1\" = 1 }", 200, "{\"a\":[1]}", Some("JSON /a/1 is absent, expected 1"))]
    #[case("json = { \"/a\" = 1 }", 200, "<html>", Some("body is no JSON"))]
    fn the_first_unmet_expectation_is_the_reason(
        #[case] settings: &str,
        #[case] status: u16,
        #[case] body: &str,
        #[case] reason: Option<&str>,
    ) {
        let result = check(&target(settings), &answer(status, body));
        assert_eq!(result.err().as_deref(), reason);
    }

    #[test]
    fn a_cut_body_is_said_to_be_cut() {
        let long = Answer { cut: true, ..answer(200, "aaaa") };
        let reason = check(&target("body_regex = \"z\""), &long).unwrap_err();
        assert_eq!(reason, "body does not match /z/ (only the first MiB of the body was read)");
    }
}
