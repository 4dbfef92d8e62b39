//! What no error may show: secrets, in every form in which an answer may repeat them.

use reqwest::{Request, Url};

/// Shorter texts are found everywhere and hide nothing.
const SHORTEST: usize = 4;

/// Secret texts.
#[derive(Clone, Default)]
pub(crate) struct Concealed(Vec<String>);

impl Concealed {
    /// A secret as it is, as base64 and as a URL carries it.
    pub(crate) fn text(mut self, secret: &str) -> Self {
        let encoded: String = reqwest::Url::parse_with_params("x:", [("", secret)])
            .ok()
            .and_then(|url| Some(url.query()?.trim_start_matches('=').to_owned()))
            .unwrap_or_default();
        self.0.extend([secret.to_owned(), base64(secret.as_bytes()), encoded]);
        self
    }

    /// The path and the query of a URL that is a secret, whole and in parts: a server sees them without the rest.
    pub(crate) fn url(mut self, url: &Url) -> Self {
        let query = url.query().unwrap_or_default();
        let parts = url.path().split('/').filter(|part| part.len() >= 8);
        let values = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(_, value)| value);
        let path = Some(url.path()).filter(|path| path.len() > 1);
        self.0.extend(path.into_iter().chain(parts).chain([query]).chain(values).map(str::to_owned));
        self
    }

    /// What a request says to prove who it is from.
    pub(crate) fn credentials(mut self, request: &Request) -> Self {
        let header = request.headers().get(reqwest::header::AUTHORIZATION);
        let value = header.and_then(|value| value.to_str().ok()).and_then(|value| value.split_once(' '));
        self.0.extend(value.map(|(_, value)| value.to_owned()));
        self
    }

    /// The text without the secrets.
    pub(crate) fn hide(&self, text: &str) -> String {
        let mut secrets: Vec<&String> = self.0.iter().filter(|secret| secret.len() >= SHORTEST).collect();
        // The longest first: none may be left over as part of another.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.into_iter().fold(text.to_owned(), |text, secret| text.replace(secret.as_str(), "…"))
    }
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding.
fn base64(bytes: &[u8]) -> String {
    let encode = |chunk: &[u8]| {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        let letter = |at: usize| char::from(ALPHABET[(bits >> (18 - 6 * at) & 63) as usize]);
        (0..4).map(|at| if at <= chunk.len() { letter(at) } else { '=' }).collect::<String>()
    };
    bytes.chunks(3).map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("", "")]
    #[case("f", "Zg==")]
    #[case("fo", "Zm8=")]
    #[case("foo", "Zm9v")]
    #[case("foob", "Zm9vYg==")]
    fn base64_is_that_of_rfc_4648(#[case] text: &str, #[case] encoded: &str) {
        assert_eq!(base64(text.as_bytes()), encoded);
    }

    #[test]
    fn a_secret_is_hidden_in_every_form() {
        let url = Url::parse("https://hooks.example.org/services/T0/B0/Xq3kLm9Zp2Rt?key=s3cr3t").unwrap();
        let hidden = Concealed::default().text("hun ter/2").url(&url);
        let said =
            "aHVuIHRlci8y hun ter/2 hun+ter%2F2 /services/T0/B0/Xq3kLm9Zp2Rt \\/B0\\/Xq3kLm9Zp2Rt s3cr3t";
        assert_eq!(hidden.hide(said), "… … … … \\/B0\\/… …");
    }
}
