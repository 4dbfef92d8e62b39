//! A mail server that keeps whatever it is given: as much of RFC 5321 as a client needs to hand over a message.

use std::io;
use std::sync::Arc;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::outbox::Outbox;

/// Takes one connection after the other.
pub(super) async fn serve(listener: TcpListener, outbox: Arc<Outbox>) {
    while let Ok((client, _)) = listener.accept().await {
        // A client that hangs up halfway has only itself to tell.
        drop(converse(client, &outbox).await);
    }
}

async fn converse(client: TcpStream, outbox: &Outbox) -> io::Result<()> {
    let mut client = BufReader::new(client);
    client.write_all(b"220 demo ready\r\n").await?;
    let mut line = String::new();
    while client.read_line(&mut line).await? > 0 {
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-demo\r\n250 8BITMIME\r\n",
            "DATA" => {
                client.write_all(b"354 go on, end with a dot\r\n").await?;
                let message = message(&mut client).await?;
                outbox.keep("mail", "eml", &message)?;
                "250 kept\r\n"
            }
            "QUIT" => "221 bye\r\n",
            _ => "250 ok\r\n",
        };
        client.write_all(answer.as_bytes()).await?;
        if verb == "QUIT" {
            break;
        }
        line.clear();
    }
    Ok(())
}

/// The message up to the lone dot, with the dots that the client doubled made single again.
async fn message(client: &mut BufReader<TcpStream>) -> io::Result<Vec<u8>> {
    let (mut message, mut line) = (Vec::new(), Vec::new());
    while client.read_until(b'\n', &mut line).await? > 0 && line != b".\r\n" {
        message.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        line.clear();
    }
    Ok(message)
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt as _;

    use super::*;

    #[tokio::test]
    async fn a_message_is_kept_as_it_was_before_its_dots_were_doubled() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = Arc::new(Outbox::new(folder.path()).unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let server = tokio::spawn(serve(listener, Arc::clone(&outbox)));
        let said =
            "EHLO me\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nSubject: x\r\n\r\n..dot\r\n.\r\nQUIT\r\n";
        client.write_all(said.as_bytes()).await.unwrap();
        let mut heard = String::new();
        client.read_to_string(&mut heard).await.unwrap();
        server.abort();
        assert!(heard.ends_with("250 kept\r\n221 bye\r\n"), "{heard}");
        let kept = std::fs::read_to_string(folder.path().join("001-mail.eml")).unwrap();
        assert_eq!((kept.as_str(), outbox.count()), ("Subject: x\r\n\r\n.dot\r\n", 1));
    }
}
