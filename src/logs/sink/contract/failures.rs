//! What each sink makes of each way in which sending can end.

use std::io::Read as _;
use std::net::TcpListener;

use flate2::read::GzDecoder;

use super::*;

/// How an attempt ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Taken,
    TooLarge,
    Refused,
    Unable,
    /// Not before so many seconds have gone by.
    Later(i64),
}

fn end(reply: &Reply) -> End {
    match reply {
        Reply::Taken => End::Taken,
        Reply::TooLarge(_) => End::TooLarge,
        Reply::Refused(_) => End::Refused,
        Reply::Unable(_) => End::Unable,
        Reply::Later(_, wait) => End::Later(wait.as_secs()),
        Reply::Partly(_) | Reply::Interrupted => panic!("{reply:?}"),
    }
}

const ALL: &[(&str, End)] = &[
    ("302 Found|Location: http://127.0.0.1:1/|", End::Unable),
    ("400 Bad Request|no", End::Refused),
    ("401 Unauthorized|no", End::Unable),
    ("403 Forbidden|no", End::Unable),
    ("404 Not Found|no", End::Unable),
    ("408 Request Timeout|", End::Unable),
    ("413 Content Too Large|no", End::TooLarge),
    ("415 Unsupported Media Type|no", End::Unable),
    ("422 Unprocessable Content|no", End::Refused),
    ("429 Too Many Requests|slow down", End::Unable),
    ("429 Too Many Requests|Retry-After: 120|slow down", End::Later(120)),
    ("429 Too Many Requests|Retry-After: soon|slow down", End::Unable),
    ("500 Internal Server Error|oops", End::Unable),
    ("503 Service Unavailable|Retry-After: Fri, 24 Oct 2025 10:07:30 GMT|", End::Later(150)),
    ("503 Service Unavailable|Retry-After: 99999999|", End::Later(86_400)),
];

#[rstest::rstest]
fn a_status_says_whose_fault_it_is(#[values(0, 1, 2, 3)] kind: usize) {
    let (kind, well) = HTTP[kind];
    let hook = server(well);
    let sink = Bench::new(&hook.url).sink(kind);
    assert_eq!(end(&sink.send(&two())), End::Taken, "{kind}");
    for (answer, expected) in ALL {
        hook.answer(&response(answer));
        let reply = sink.send(&two());
        assert_eq!(end(&reply), *expected, "{kind}: {answer}: {reply:?}");
    }
}

#[test]
fn an_answer_that_breaks_off_or_never_comes_is_none() {
    let away = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let (half, hangs_up) = (Hook::start(), Hook::start());
    half.answer("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{\"err");
    hangs_up.answer("");
    for (kind, _) in HTTP {
        for (url, said) in [
            (format!("http://{away}"), "connection refused"),
            (format!("http://{}", silent.local_addr().unwrap()), "timed out"),
            (half.url.clone(), ""),
            (hangs_up.url.clone(), "connection"),
        ] {
            let bench = Bench { timeout: Duration::from_millis(300), ..Bench::new(&url) };
            let reply = bench.sink(kind).send(&two());
            let Reply::Unable(reason) = &reply else { panic!("{kind} {url}: {reply:?}") };
            assert!(reason.contains(said), "{kind}: {reason}");
        }
    }
}

#[rstest::rstest]
#[case::one_of_two("200 OK|{\"accepted\":1,\"items\":[{\"index\":1,\"error\":\"no such store\"}]}", Reply::Partly(vec![(1, "no such store".into())]))]
#[case::none_was_taken(
    "400 Bad Request|{\"status\":\"error\",\"items\":[{\"index\":0,\"error\":\"a\"},{\"index\":1,\"error\":\"b\"}]}",
    Reply::Partly(vec![(0, "a".into()), (1, "b".into())])
)]
#[case::no_word_of_one("400 Bad Request|{\"items\":[{\"index\":0,\"error\":\"a\"}]}",
    Reply::Refused("HTTP 400: {\"items\":[{\"index\":0,\"error\":\"a\"}]}".into()))]
#[case::not_now("503 Busy|{\"items\":[{\"index\":0,\"error\":\"a\"},{\"index\":1,\"error\":\"b\"}]}",
    Reply::Unable("HTTP 503: {\"items\":[{\"index\":0,\"error\":\"a\"},{\"index\":1,\"error\":\"b\"}]}".into()))]
fn another_tillwatch_judges_each_line(#[case] answer: &str, #[case] expected: Reply) {
    let hook = server(answer);
    for kind in ["monitoring", "tillwatch"] {
        assert_eq!(Bench::new(&hook.url).sink(kind).send(&two()), expected, "{kind}");
    }
}

#[test]
fn a_web_page_is_no_yes_whatever_its_status_says() {
    let page = server("200 OK|Content-Type: text/HTML; charset=utf-8|{\"status\":\"ok\",\"accepted\":2}");
    for (kind, _) in HTTP {
        let reply = Bench::new(&page.url).sink(kind).send(&two());
        let Reply::Unable(reason) = &reply else { panic!("{kind}: {reply:?}") };
        assert!(reason.contains("something stands between"), "{kind}: {reason}");
    }
}

#[rstest::rstest]
#[case::somebody_else("200 OK|ok")]
#[case::a_line_too_few("200 OK|{\"status\":\"ok\",\"accepted\":1,\"new\":1}")]
#[case::a_line_unaccounted_for("200 OK|{\"accepted\":0,\"items\":[{\"index\":1,\"error\":\"no\"}]}")]
fn another_tillwatch_accounts_for_every_line(#[case] answer: &str) {
    let hook = server(answer);
    let reply = Bench::new(&hook.url).sink("tillwatch").send(&two());
    let Reply::Unable(reason) = &reply else { panic!("{reply:?}") };
    assert!(reason.contains("not that of a tillwatch"), "{reason}");
}

/// A bulk answer to two records.
fn bulk(first: u16, second: u16) -> String {
    let item = |status: u16| match status {
        200..=299 => format!("{{\"create\":{{\"status\":{status}}}}}"),
        _ => format!("{{\"create\":{{\"status\":{status},\"error\":{{\"type\":\"t\",\"reason\":\"r\"}}}}}}"),
    };
    format!("200 OK|{{\"errors\":true,\"items\":[{},{}]}}", item(first), item(second))
}

#[rstest::rstest]
#[case::there_already(409, 201, Reply::Taken)]
#[case::both_there_already(409, 409, Reply::Taken)]
#[case::unfit(201, 400, Reply::Partly(vec![(1, "status 400 t: r".into())]))]
#[case::unfit_and_there(400, 409, Reply::Partly(vec![(0, "status 400 t: r".into())]))]
#[case::busy(201, 429, Reply::Unable("status 429 t: r".into()))]
#[case::one_unfit_and_one_busy(400, 429, Reply::Unable("status 429 t: r".into()))]
#[case::broken(503, 201, Reply::Unable("status 503 t: r".into()))]
#[case::no_index(404, 404, Reply::Unable("status 404 t: r".into()))]
#[case::full(403, 403, Reply::Unable("status 403 t: r".into()))]
fn elasticsearch_judges_each_line(#[case] first: u16, #[case] second: u16, #[case] expected: Reply) {
    let hook = server(&bulk(first, second));
    assert_eq!(Bench::new(&hook.url).sink("elasticsearch").send(&two()), expected);
}

#[rstest::rstest]
#[case::a_page_of_a_proxy("200 OK|<html>log in</html>")]
#[case::no_items("200 OK|{}")]
#[case::an_item_too_few(r#"200 OK|{"errors":false,"items":[{"create":{"status":201}}]}"#)]
fn a_bulk_success_must_be_one(#[case] answer: &str) {
    let hook = server(answer);
    assert_eq!(end(&Bench::new(&hook.url).sink("elasticsearch").send(&two())), End::Unable);
}

#[test]
fn what_is_compressed_is_the_same_and_a_receiver_that_takes_none_gets_it_plain_from_then_on() {
    for (kind, well) in HTTP {
        let plain = server(well);
        assert_eq!(Bench::new(&plain.url).sink(kind).send(&two()), Reply::Taken);
        let hook = server(well);
        let sink = Bench { gzip: true, ..Bench::new(&hook.url) }.sink(kind);
        assert_eq!(sink.send(&two()), Reply::Taken);
        let packed = &hook.requests()[0];
        assert_eq!(packed.headers["content-encoding"], "gzip");
        let mut body = Vec::new();
        GzDecoder::new(packed.body.as_slice()).read_to_end(&mut body).unwrap();
        assert_eq!(body, plain.requests()[0].body, "{kind}");

        hook.answers(&[&response("415 Unsupported Media Type|"), &response(well)]);
        assert_eq!(sink.send(&two()), Reply::Taken);
        assert_eq!(sink.send(&two()), Reply::Taken);
        let encodings: Vec<_> =
            hook.requests().iter().map(|request| request.headers.contains_key("content-encoding")).collect();
        assert_eq!(encodings, [true, true, false, false], "{kind}");
        assert_eq!(hook.requests()[3].body, body, "{kind}");
    }
}

#[test]
fn what_is_refused_compressed_is_tried_as_it_is_before_it_is_the_lines_fault() {
    for (kind, well) in HTTP {
        for refused in ["400 Bad Request|this is no JSON", "422 Unprocessable Content|"] {
            let hook = server(well);
            let sink = Bench { gzip: true, ..Bench::new(&hook.url) }.sink(kind);
            let packed = || {
                let is_packed = |request: &hook::Request| request.headers.contains_key("content-encoding");
                hook.requests().iter().map(is_packed).collect::<Vec<_>>()
            };
            // The line is at fault after all: the next may be compressed.
            hook.answer(&response(refused));
            assert_eq!(end(&sink.send(&two()[..1])), End::Refused, "{kind}");
            // As it is it is too large on the way: that teaches nothing of its size.
            hook.answers(&[&response(refused), &response("413 Content Too Large|")]);
            assert_eq!(end(&sink.send(&two()[..1])), End::Refused, "{kind}");
            hook.answers(&[&response(refused), &response("503 Busy|")]);
            assert_eq!(end(&sink.send(&two()[..1])), End::Unable, "{kind}");
            hook.answers(&[&response(refused), &response(well)]);
            assert_eq!([sink.send(&two()), sink.send(&two())], [Reply::Taken, Reply::Taken], "{kind}");
            assert_eq!(packed(), [true, false, true, false, true, false, true, false, false], "{kind}");
        }
    }
}
