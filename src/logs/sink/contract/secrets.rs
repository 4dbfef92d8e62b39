//! No reply shows a secret, wherever the receiver repeats it.

use super::*;

#[test]
fn a_token_goes_in_its_header_and_no_reply_repeats_it() {
    let credentials = [
        (Credentials::Bearer(SECRET.into()), format!("Bearer {SECRET}")),
        (Credentials::ApiKey(SECRET.into()), format!("ApiKey {SECRET}")),
        // base64 of "till:s3cr3t-token"
        (
            Credentials::Basic { username: "till".into(), password: SECRET.into() },
            "Basic dGlsbDpzM2NyM3QtdG9rZW4=".into(),
        ),
    ];
    for (credentials, header) in credentials {
        for (kind, _) in HTTP {
            for status in ["400 Bad Request", "413 Too Large", "401 Unauthorized", "503 Busy", "200 OK"] {
                let hook = Hook::start();
                // Without a length it ends where the connection does, however long the header is.
                hook.answer(&format!(
                    "HTTP/1.1 {status}\r\nConnection: close\r\n\r\n{{authorization}} {SECRET}"
                ));
                let bench = Bench { credentials: Some(credentials.clone()), ..Bench::new(&hook.url) };
                let reply = format!("{:?}", bench.sink(kind).send(&two()));
                assert!(!reply.contains(SECRET) && !reply.contains("dGlsbDpz"), "{kind} {status}: {reply}");
                assert_eq!(hook.requests()[0].headers["authorization"], header);
            }
        }
    }
}

#[test]
fn a_url_with_a_password_or_a_token_is_shown_without() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://till:{SECRET}@{closed}/Xq3kLm9Zp2RtV7wYb4Nc8dFg");
    for (kind, _) in HTTP {
        let bench = Bench { credentials: None, ..Bench::new(&url) };
        let Reply::Unable(reason) = bench.sink(kind).send(&two()) else { panic!("{kind}") };
        assert!(!reason.contains(SECRET) && !reason.contains("Xq3kLm9"), "{kind}: {reason}");
    }
}
