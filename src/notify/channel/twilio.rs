//! What Twilio's text messages and calls share: one account, one form, one way of saying no.
//!
//! Requests: <https://www.twilio.com/docs/usage/requests-to-twilio>. Errors are HTTP's, with a `code` of
//! <https://www.twilio.com/docs/api/errors>.

use super::{Context, SendError, Sent, http};
use crate::config::TwilioAccount;
use crate::net::Concealed;
use crate::net::http_client;

/// Codes that ask for another attempt, whatever the status: rates that were passed, a queue that is full.
const TEMPORARY: &[u64] = &[14107, 20429, 30001, 63018];

/// Posts a form to a resource of the account; the receipt is the id of what was made.
pub(super) async fn post(
    account: TwilioAccount<'_>,
    resource: &str,
    form: &[(&str, String)],
    key: &str,
    context: &Context,
) -> Result<Sent, SendError> {
    let token = account.auth_token.read(&context.folder)?;
    let client = http_client(account.timeout, None)?;
    let path = format!("2010-04-01/Accounts/{}/{resource}.json", account.sid);
    let url = http::below(account.base_url, "https://api.twilio.com", &path);
    let request = client.post(url).basic_auth(account.sid, Some(&token)).form(form);
    let answer = http::post(&client, request, key, Concealed::default().text(&token), context).await?;
    let json = answer.json().unwrap_or_default();
    if !answer.status.is_success() {
        let code = json["code"].as_u64();
        let is_temporary = answer.is_temporary() || code.is_some_and(|code| TEMPORARY.contains(&code));
        let code = code.map(|code| format!("with error {code}:")).unwrap_or_default();
        return Err(answer.failure(&code, is_temporary));
    }
    match json["sid"].as_str() {
        Some(sid) => Ok(Sent { receipt: Some(sid.to_owned()) }),
        None => Err(answer.failure("but made nothing:", true)),
    }
}
