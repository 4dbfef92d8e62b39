//! What each channel makes of each way in which sending can fail.

use std::net::TcpListener;

use jiff::SignedDuration;

use super::*;

/// How an attempt ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Sent,
    Final,
    Again,
    /// Not before so many seconds have gone by.
    After(i64),
}

fn end(result: &Result<Sent, SendError>) -> End {
    match result {
        Ok(_) => End::Sent,
        Err(SendError::Permanent(_)) => End::Final,
        Err(SendError::Temporary { retry_after: Some(wait), .. }) => End::After(wait.as_secs()),
        Err(SendError::Temporary { retry_after: None, .. }) => End::Again,
    }
}

/// What every HTTP channel makes of an answer.
const ALL: &[(&str, End)] = &[
    ("429 Too Many Requests|slow down", End::Again),
    ("429 Too Many Requests|Retry-After: 120|slow down", End::After(120)),
    ("429 Too Many Requests|Retry-After: Fri, 24 Oct 2025 10:07:30 GMT|slow down", End::After(150)),
    ("429 Too Many Requests|Retry-After: soon|slow down", End::Again),
    ("408 Request Timeout|", End::Again),
    ("500 Internal Server Error|oops", End::Again),
    ("503 Service Unavailable|Retry-After: 30|", End::After(30)),
    ("302 Found|Location: http://127.0.0.1:1/|", End::Final),
    ("400 Bad Request|no", End::Final),
    ("401 Unauthorized|no", End::Final),
    ("404 Not Found|no", End::Final),
];

#[rstest::rstest]
fn a_status_says_whether_another_attempt_is_worth_it(#[values(0, 1, 2, 3, 4, 5, 6, 7)] kind: usize) {
    let (hook, kind) = (Hook::start(), HTTP[kind].0);
    let bench = Bench::new(&hook.url, 1);
    for (answer, expected) in ALL {
        hook.answer(&response(answer));
        let result = bench.send(kind, &message(Kind::Open));
        assert_eq!(end(&result), *expected, "{kind}: {answer}: {result:?}");
    }
}

#[rstest::rstest]
#[case::a_page_of_a_proxy("200 OK|<html>log in</html>", [End::Sent, End::Sent, End::Again, End::Again, End::Again, End::Again, End::Again, End::Sent])]
#[case::ok_false("200 OK|{\"ok\":false,\"error\":\"channel_not_found\"}", [End::Sent, End::Sent, End::Again, End::Again, End::Final, End::Again, End::Again, End::Sent])]
#[case::ok_false_for_now("200 OK|{\"ok\":false,\"error\":\"ratelimited\"}", [End::Sent, End::Sent, End::Again, End::Again, End::Again, End::Again, End::Again, End::Sent])]
fn a_success_must_be_the_vendors_own(#[case] answer: &str, #[case] expected: [End; 8]) {
    let hook = Hook::start();
    let bench = Bench::new(&hook.url, 1);
    hook.answer(&response(answer));
    for ((kind, _), expected) in HTTP.iter().zip(expected) {
        let result = bench.send(kind, &message(Kind::Open));
        assert_eq!(end(&result), expected, "{kind}: {result:?}");
    }
}

#[test]
fn half_a_body_is_no_proof_where_the_body_proves_success() {
    for (kind, answer) in HTTP {
        let hook = Hook::start();
        let (status, body) = answer.split_once('|').unwrap();
        let half = &body[..body.len() / 2];
        hook.answer(&format!("HTTP/1.1 {status}\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{half}"));
        let result = Bench::new(&hook.url, 1).send(kind, &message(Kind::Open));
        let needs_body = ["slack", "slack_bot", "twilio_sms", "twilio_voice"].contains(kind);
        assert_eq!(end(&result), if needs_body { End::Again } else { End::Sent }, "{kind}: {result:?}");
        hook.answer("HTTP/1.1 500 Oops\r\nContent-Length: 500\r\nConnection: close\r\n\r\nhal");
        let result = Bench::new(&hook.url, 1).send(kind, &message(Kind::Open));
        assert_eq!(end(&result), End::Again, "{kind}: {result:?}");
        assert!(result.unwrap_err().to_string().contains("the connection broke"));
    }
}

#[test]
fn a_server_that_is_away_or_silent_or_hangs_up_is_asked_again() {
    let away = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let hangs_up = Hook::start();
    hangs_up.answer("");
    for (kind, _) in HTTP {
        for (url, said) in [
            (format!("http://{away}"), "connection refused"),
            (format!("http://{}", silent.local_addr().unwrap()), "timed out"),
            (hangs_up.url.clone(), "connection"),
        ] {
            let result = Bench::new(&url, 1).send(kind, &message(Kind::Open));
            assert_eq!(end(&result), End::Again, "{kind} {url}");
            let error = result.unwrap_err().to_string();
            assert!(error.contains(said) && !error.contains("http"), "{kind}: {error}");
        }
    }
}

#[rstest::rstest]
#[case(
    "400 Bad Request|{\"code\":21211,\"message\":\"The 'To' number is not valid\",\"status\":400}",
    End::Final
)]
#[case("400 Bad Request|{\"code\":20429,\"message\":\"Too many requests\",\"status\":400}", End::Again)]
#[case("400 Bad Request|{\"code\":14107,\"message\":\"SMS send rate limit\",\"status\":400}", End::Again)]
#[case("400 Bad Request|{\"code\":21610,\"message\":\"They replied STOP\",\"status\":400}", End::Final)]
#[case("401 Unauthorized|{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}", End::Final)]
#[case("429 Too Many Requests|{\"code\":20429,\"message\":\"Too many requests\",\"status\":429}", End::Again)]
fn twilios_codes_are_told_apart(#[case] answer: &str, #[case] expected: End) {
    let hook = Hook::start();
    hook.answer(&response(answer));
    for kind in ["twilio_sms", "twilio_voice"] {
        let result = Bench::new(&hook.url, 1).send(kind, &message(Kind::Open));
        assert_eq!(end(&result), expected, "{result:?}");
        let code = answer.split_once("code\":").unwrap().1[..5].to_owned();
        assert!(result.unwrap_err().to_string().contains(&format!("error {code}")), "{code}");
    }
}

#[test]
fn a_slack_message_that_somebody_deleted_is_posted_anew() {
    let hook = Hook::start();
    hook.answers(&[
        &response(r#"200 OK|{"ok":false,"error":"message_not_found"}"#),
        &response(r#"200 OK|{"ok":true,"channel":"C024BE91L","ts":"2.2"}"#),
    ]);
    let message = Message { receipt: Some("C024BE91L 1.1".into()), ..message(Kind::End) };
    let sent = Bench::new(&hook.url, 1).send("slack_bot", &message).unwrap();
    assert_eq!(sent.receipt.as_deref(), Some("C024BE91L 2.2"));
    let lines: Vec<_> = hook.requests().iter().map(|request| request.line.clone()).collect();
    assert_eq!(lines, ["POST /api/chat.update", "POST /api/chat.postMessage"]);
}

#[test]
fn one_alertmanager_of_a_cluster_is_enough_and_all_are_told() {
    let (well, ill) = (Hook::start(), Hook::start());
    ill.answer(&response("500 Oops|"));
    let mut bench = Bench::new(&well.url, 1);
    let urls =
        |hooks: [&Hook; 2]| format!("[am.alertmanager]\nurls = [\"{}\", \"{}\"]", hooks[0].url, hooks[1].url);
    bench.channels = toml::from_str(&urls([&ill, &well])).unwrap();
    assert_eq!(end(&bench.send("am", &message(Kind::Open))), End::Sent);
    assert_eq!((well.requests().len(), ill.requests().len()), (1, 1));
    well.answer(&response("400 Bad Request|"));
    assert_eq!(end(&bench.send("am", &message(Kind::Open))), End::Again, "the one that is ill may recover");
    ill.answer(&response("400 Bad Request|"));
    assert_eq!(end(&bench.send("am", &message(Kind::Open))), End::Final);
}

#[rstest::rstest]
#[case("AUTH", "535 5.7.8 bad credentials", End::Final)]
#[case("MAIL", "451 4.3.0 try later", End::Again)]
#[case("RCPT", "550 5.1.1 no such user", End::Final)]
#[case("RCPT", "452 4.2.2 mailbox full", End::Again)]
#[case("DATA", "554 5.6.0 no", End::Final)]
fn a_mail_server_says_by_its_code_whether_it_is_final(
    #[case] command: &'static str,
    #[case] answer: &str,
    #[case] expected: End,
) {
    let office = PostOffice::start();
    office.refuse(command, answer);
    let result = Bench::new("http://127.0.0.1:1", office.port).send("smtp", &message(Kind::Open));
    assert_eq!(end(&result), expected, "{result:?}");
    assert!(result.unwrap_err().to_string().contains(&answer[4..9]));
}

#[test]
fn a_mail_server_that_is_away_or_silent_is_asked_again() {
    let away = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    for port in [away, silent.local_addr().unwrap().port()] {
        let result = Bench::new("http://127.0.0.1:1", port).send("smtp", &message(Kind::Open));
        assert_eq!(end(&result), End::Again, "{result:?}");
    }
}

#[rstest::rstest]
#[case("exit 0", End::Sent)]
#[case("exit 75", End::Again)]
#[case("echo no such pager >&2; exit 1", End::Final)]
#[case("kill -9 $$", End::Again)]
#[case("exec sleep 5", End::Again)]
fn a_program_says_by_its_exit_code_whether_it_is_final(#[case] script: &str, #[case] expected: End) {
    let mut bench = Bench::new("http://127.0.0.1:1", 1);
    let toml = format!("[exec.exec]\ncommand = [\"sh\", \"-c\", \"{script}\"]\ntimeout = \"300ms\"");
    bench.channels = toml::from_str(&toml).unwrap();
    let result = bench.send("exec", &message(Kind::Open));
    assert_eq!(end(&result), expected, "{result:?}");
    if expected == End::Final {
        assert!(result.unwrap_err().to_string().ends_with("no such pager"));
    }
}

#[test]
fn a_program_that_is_not_there_is_final() {
    let mut bench = Bench::new("http://127.0.0.1:1", 1);
    bench.channels = toml::from_str("[exec.exec]\ncommand = [\"no-such-program-anywhere\"]").unwrap();
    let result = bench.send("exec", &message(Kind::Open));
    assert_eq!(end(&result), End::Final, "{result:?}");
}

#[test]
fn nobody_waits_longer_than_a_day() {
    let hook = Hook::start();
    hook.answer(&response("503 Service Unavailable|Retry-After: 99999999|"));
    let result = Bench::new(&hook.url, 1).send("webhook", &message(Kind::Open));
    assert_eq!(end(&result), End::After(SignedDuration::from_hours(24).as_secs()));
}
