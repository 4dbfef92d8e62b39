//! One request and its answer on an open connection.

use std::error::Error as _;
use std::io;
use std::pin::pin;

use http::Request;
use http_body_util::{BodyExt as _, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};

use super::expect::Answer;
use super::seen::{Phase, Seen};
use crate::net::io_reason;

/// How much of a body is read.
const MAX_BODY: usize = 1 << 20;

/// Asks, and reads the answer up to [`MAX_BODY`].
pub(super) async fn exchange<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    request: Request<Empty<Bytes>>,
    seen: &mut Seen,
) -> Result<Answer, String> {
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| reason(&error))?;
    let asking = async {
        let response = seen.during(Phase::FirstByte, sender.send_request(request)).await?;
        let (head, body) = response.into_parts();
        seen.status_code = Some(head.status.as_u16());
        let (body, cut) = seen.during(Phase::Transfer, read(body)).await?;
        Ok(Answer { status: head.status.as_u16(), headers: head.headers, body, cut })
    };
    let (mut asking, connection) = (pin!(asking), pin!(connection));
    let answer: Result<Answer, hyper::Error> = tokio::select! {
        answer = &mut asking => answer,
        // The server has closed; what it sent before is still to be read.
        _ = connection => asking.await,
    };
    answer.map_err(|error| reason(&error))
}

/// The body up to [`MAX_BODY`], and whether there was more.
async fn read(mut body: Incoming) -> Result<(Vec<u8>, bool), hyper::Error> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame?.into_data() else { continue };
        let room = MAX_BODY - bytes.len();
        bytes.extend_from_slice(&data[..data.len().min(room)]);
        if data.len() > room {
            return Ok((bytes, true));
        }
    }
    Ok((bytes, false))
}

fn reason(error: &hyper::Error) -> String {
    let source = error.source().and_then(|source| source.downcast_ref::<io::Error>());
    match source {
        _ if error.is_incomplete_message() => "connection closed before the whole answer".into(),
        _ if error.is_parse_too_large() => "head of the answer is too large".into(),
        _ if error.is_parse() => "answer is not HTTP".into(),
        Some(source) if source.kind() == io::ErrorKind::UnexpectedEof => {
            "connection closed before the whole answer".into()
        }
        Some(source) => io_reason(source),
        None => error.to_string(),
    }
}
