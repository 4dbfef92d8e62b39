//! No secret in any error, whatever a server says.

use super::*;

#[test]
fn a_server_that_repeats_what_it_was_sent_gets_no_secret_into_an_error() {
    for (kind, _) in HTTP {
        for status in ["400 Bad Request", "500 Oops", "200 OK"] {
            for part in ["{line}", "{authorization}", "{body}", "{body-escaped}"] {
                let hook = Hook::start();
                hook.answer(&format!("HTTP/1.1 {status}\r\nConnection: close\r\n\r\n{part}"));
                let bench = Bench::new(&hook.url, 1);
                let Err(error) = bench.send(kind, &message(Kind::Open)) else { continue };
                assert!(!format!("{error} {error:?}").contains(SECRET), "{kind} {part}: {error}");
            }
        }
    }
}

#[test]
fn a_request_carries_the_secret_and_its_error_the_rest() {
    let hook = Hook::start();
    hook.answer("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n{line}");
    let error = Bench::new(&hook.url, 1).send("slack", &message(Kind::Open)).unwrap_err();
    assert!(hook.requests()[0].line.contains(SECRET), "the test looks at what it means to");
    assert_eq!(error.to_string(), "answered 400 Bad Request POST …");
}

#[test]
fn a_mail_server_that_repeats_the_password_gets_it_into_no_error() {
    let office = PostOffice::start();
    for answer in ["535 unknown command {}", "535 s3cr3t-token is wrong"] {
        office.refuse("AUTH", answer);
        let error =
            Bench::new("http://127.0.0.1:1", office.port).send("smtp", &message(Kind::Open)).unwrap_err();
        // base64 of "\0till\0s3cr3t-token"
        let hidden = ["AHRpbGwAczNjcjN0LXRva2Vu", SECRET];
        assert!(hidden.iter().all(|secret| !error.to_string().contains(secret)), "{error}");
    }
}

#[test]
fn a_channel_prints_where_its_secrets_lie_and_not_what_they_are() {
    let bench = Bench::new("http://127.0.0.1:1", 1);
    let printed = format!("{:?}", bench.channels);
    assert!(!printed.contains(SECRET) && printed.contains("file:token"), "{printed}");
}

#[test]
fn a_secret_that_cannot_be_read_is_worth_another_attempt_and_named() {
    let bench = Bench::new("http://127.0.0.1:1", 1);
    for (kind, _) in HTTP {
        for (_, secret) in bench.channels[*kind].secrets() {
            let file = format!("{secret:?}").replace("file:", "");
            let _ = std::fs::remove_file(bench.context.folder.join(file));
        }
        let error = bench.send(kind, &message(Kind::Open)).unwrap_err();
        assert!(
            matches!(&error, SendError::Temporary { reason, .. } if reason.contains("secret file")),
            "{error}"
        );
    }
}
