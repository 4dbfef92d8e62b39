//! What must not leave the machine: secrets and personal data in a line, whether it is JSON or not.
//!
//! Works on the text and not on a parsed document, so that cut lines, JSON inside strings and plain text are redacted
//! alike and everything else stays byte for byte.

mod digits;
mod keys;
mod patterns;
mod value;

use std::borrow::Cow;

use keys::Keys;

/// What stands where something was taken out.
const REDACTED: &str = "[redacted]";

/// Gives the text without something, if it held it.
type Step = fn(&Keys, &str) -> Option<String>;

/// Redacts lines.
#[derive(Debug)]
pub(crate) struct Redactor {
    keys: Keys,
}

impl Redactor {
    /// `secret` are keys beside the known ones; `hashed` are keys whose values are hashed with `hash_key`.
    pub(crate) fn new(secret: &[String], hashed: &[String], hash_key: Option<&str>) -> Self {
        Self { keys: Keys::new(secret, hashed, hash_key) }
    }

    /// The line without what must not leave; owned if something was taken out.
    pub(crate) fn redact<'t>(&self, line: &'t str) -> Cow<'t, str> {
        let steps: [Step; 3] =
            [Keys::redact, |_, text| patterns::redact(text), |_, text| digits::redact(text)];
        let mut text = Cow::Borrowed(line);
        for step in steps {
            if let Some(changed) = step(&self.keys, &text) {
                text = Cow::Owned(changed);
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn redacted(line: &str) -> String {
        Redactor::new(&["loyalty".into()], &["customer_id".into()], None).redact(line).into_owned()
    }

    #[rstest::rstest]
    #[case(r#"{"password":"hunter2","a":1}"#, r#"{"password":"[redacted]","a":1}"#)]
    #[case(r#"{"newPassword" : "hun\"ter2", "a":1}"#, r#"{"newPassword" : "[redacted]", "a":1}"#)]
    #[case(r#"{"api_key":12345,"ok":true}"#, r#"{"api_key":"[redacted]","ok":true}"#)]
    #[case(r#"{"token":null,"has_token":true}"#, r#"{"token":null,"has_token":true}"#)]
    #[case(r#"{"tokens":["a","b]"],"n":1}"#, r#"{"tokens":"[redacted]","n":1}"#)]
    #[case(r#"{"secret":{"a":"}","b":[1]},"n":1}"#, r#"{"secret":"[redacted]","n":1}"#)]
    #[case(r#"{"body":"{\"token\":\"abc\",\"n\":1}"}"#, r#"{"body":"{\"token\":\"[redacted]\",\"n\":1}"}"#)]
    #[case(r#"{"body":"{\"password\":\"x\\","n":1}"#, r#"{"body":"{\"password\":\"[redacted]\"","n":1}"#)]
    #[case(r#"{"password":"hunt"#, r#"{"password":"[redacted]""#)]
    #[case(r#"{"пароль":"тайна","n":1}"#, r#"{"пароль":"[redacted]","n":1}"#)]
    #[case(r#"{"loyalty":"x"}"#, r#"{"loyalty":"[redacted]"}"#)]
    #[case(r#"{"customer_id":42}"#, r#"{"customer_id":"[redacted]"}"#)]
    #[case(
        r#"{"headers":{"authorization":"Bearer abcdef123"}}"#,
        r#"{"headers":{"authorization":"[redacted]"}}"#
    )]
    #[case("GET /x?token=abc&n=1", "GET /x?token=[redacted]&n=1")]
    #[case("{ password: 'abc', n: 1 }", "{ password: [redacted], n: 1 }")]
    #[case("мой Пароль = тайна, n=1", "мой Пароль = [redacted], n=1")]
    #[case("x_token‿y=abc", "x_token‿y=[redacted]")]
    #[case("Authorization: Basic dXNlcjpwYXNz x", "Authorization: [redacted] x")]
    #[case("sent bearer abcdef123.x", "sent bearer [redacted]")]
    #[case("postgres://app:p4ss@db/x", "postgres://[redacted]@db/x")]
    #[case("to Анна <anna.k@example.ru>", "to Анна <[email]>")]
    #[case("call +7 (916) 123-45-67 now", "call [phone] now")]
    #[case("call 8 916 123 45 67", "call [phone]")]
    #[case("sms 79161234567", "sms [phone]")]
    #[case("card 4111 1111 1111 1111 12", "card [card] 12")]
    #[case(r#"{"n":4111111111111111,"m":1}"#, r#"{"n":null,"m":1}"#)]
    #[case("4111111111111111 5105105105105100", "[card] [card]")]
    #[case("4111-1111-1111-1111-5105-1051-0510-5100 4012888888881881", "[card]-[card] [card]")]
    #[case("4111 1111 1111 1111 5105105105105100x 1", "[card] 5105105105105100x 1")]
    #[case("89161234567 4111111111111111", "[phone] [card]")]
    #[case(
        r#"{"\u043f\u0430\u0440\u043e\u043b\u044c": "x"}"#,
        r#"{"\u043f\u0430\u0440\u043e\u043b\u044c": "[redacted]"}"#
    )]
    #[case(r#"{"\u0070assword":"x","n":1}"#, r#"{"\u0070assword":"[redacted]","n":1}"#)]
    #[case(r#""{\"\\u0070assword\":\"x\"}""#, r#""{\"\\u0070assword\":\"[redacted]\"}""#)]
    #[case(r#""{\"p\u0061ssword\":\"x\"}""#, r#""{\"p\u0061ssword\":\"[redacted]\"}""#)]
    #[case(
        r#"{"m":"\u041f\u0430\u0440\u043e\u043b\u044c: \u0442\u0430\u0439 n"}"#,
        r#"{"m":"\u041f\u0430\u0440\u043e\u043b\u044c: [redacted] n"}"#
    )]
    #[case(
        r#"{"to":"\u0438\u0432\u0430\u043d@\u043f\u043e\u0447\u0442\u0430.\u0440\u0444"}"#,
        r#"{"to":"[email]"}"#
    )]
    #[case(r#"{"m":"to:\nivan@mail.ru\n79161234567"}"#, r#"{"m":"to:\n[email]\n[phone]"}"#)]
    #[case("GET /?to=user%40mail.ru&n=1", "GET /?to=[email]&n=1")]
    #[case(r#"{"pin":1234,"spin":1}"#, r#"{"pin":"[redacted]","spin":1}"#)]
    #[case("phone=9161234567 n", "phone=[phone] n")]
    #[case("тел. 916 123-45-67", "тел. [phone]")]
    #[case("+7 916 123-45-67 8-916-123-45-67", "[phone] [phone]")]
    #[case("+375 29 123-45-67 80291234567", "[phone] 80291234567")]
    #[case("8 916 123-45-67 8 916 765-43-21", "[phone] [phone]")]
    #[case(r#"{"order":89161234567}"#, r#"{"order":null}"#)]
    #[case(
        r#"{"token_count":"a","token_account":7}"#,
        r#"{"token_count":"[redacted]","token_account":"[redacted]"}"#
    )]
    #[case(r#"{"phone_model_owner":"x"}"#, r#"{"phone_model_owner":"[redacted]"}"#)]
    fn takes_out(#[case] line: &str, #[case] expected: &str) {
        assert_eq!(redacted(line), expected);
    }

    #[rstest::rstest]
    #[case(r#"{"level":"info","message":"started","at":1732190690123}"#)]
    #[case(r#"{"amount":1234567.89,"store_id":3,"id":"5f3c1a2b-4111-4111-8111-111111111111"}"#)]
    #[case("2025-01-15 10:00:00.123 ERROR pool exhausted after 30000 ms at 10.0.0.1:5432")]
    #[case("ratio 0.4111111111111111")]
    #[case("card 4111 1111 1111 1112")]
    #[case(r#"{"phone_model":"A52","price_token_count":12,"tokens":1500,"phoneOs":"Android 14"}"#)]
    #[case(r#"{"ts":89161234567,"created_at": 89161234567,"startTime":89161234567,"n":1}"#)]
    #[case(r#"{"m":"{\"duration_ns\":89161234567}","uptime_ms":[89]}"#)]
    #[case("41111111111111115105105105105100")]
    fn leaves_alone(#[case] line: &str) {
        assert!(matches!(Redactor::new(&[], &[], None).redact(line), Cow::Borrowed(_)), "{}", redacted(line));
    }

    #[test]
    fn a_number_is_found_wherever_it_stands() {
        for before in (0..20).map(|length| "x".repeat(length) + " ") {
            assert_eq!(redacted(&format!("{before}8(495)1-23-45")), format!("{before}[phone]"));
        }
    }

    #[test]
    fn a_key_is_secret_each_time_and_however_many_others_there_were() {
        let redactor = Redactor::new(&[], &[], None);
        for number in 0..2000 {
            let line = format!(r#"{{"key{number}":"a","token":"b","pin{number}_secret":"c"}}"#);
            let expected =
                format!(r#"{{"key{number}":"a","token":"[redacted]","pin{number}_secret":"[redacted]"}}"#);
            assert_eq!(redactor.redact(&line), expected);
        }
    }

    #[test]
    fn a_hashed_value_is_the_same_as_number_and_as_text_and_differs_by_key() {
        let with = |key| Redactor::new(&[], &["customer_id".into()], Some(key));
        let hash = |key, line: &str| with(key).redact(line).into_owned();
        let number = hash("k", r#"{"customer_id":42}"#);
        assert_eq!(number, hash("k", r#"{"customer_id":"42"}"#));
        assert_eq!(number, hash("k", r#"{"customerId":"42"}"#).replace("customerId", "customer_id"));
        assert_ne!(number, hash("other", r#"{"customer_id":42}"#));
        assert!(!number.contains("42\""), "{number}");
    }

    proptest! {
        #[test]
        fn a_secret_never_leaves_by_any_way_it_may_be_written(
            secret in "[a-zA-Z0-9\"\\\\{}\\[\\] ,:я]{0,20}Q7Z",
            key in "(user_)?(password|accessToken|client-secret|Authorization)",
            other in "[a-z0-9 \"{}\\\\:,]{0,20}",
            cut in any::<prop::sample::Index>(),
        ) {
            let inner = serde_json::json!({"other": other, key.clone(): secret, "after": other}).to_string();
            let nested = serde_json::json!({"message": inner, "n": 1}).to_string();
            let deep = serde_json::json!([nested]).to_string();
            for line in [inner, nested, deep] {
                prop_assert!(!redacted(&line).contains("Q7Z"), "{line} -> {}", redacted(&line));
                let end = (0..=cut.index(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
                prop_assert!(!redacted(&line[..end]).contains("Q7Z"));
            }
        }

        #[test]
        fn redacted_json_is_still_json(secret in ".{0,20}", card in "4111111111111111|[0-9]{1,16}") {
            let number: u64 = card.parse().unwrap();
            let line = serde_json::json!({"password": secret, "n": number, "list": [number, secret],
                "nested": serde_json::json!({"token": secret, "n": number}).to_string()}).to_string();
            let value: serde_json::Value = serde_json::from_str(&redacted(&line)).unwrap();
            prop_assert!(serde_json::from_str::<serde_json::Value>(value["nested"].as_str().unwrap()).is_ok());
        }
    }
}
