//! HTTP/1.1 messages as they are transferred (RFC 9112), to the extent that the client and the practice server use it.

use std::io;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::net::TcpStream;

/// One request or one answer.
#[derive(Clone, Debug)]
pub(super) struct Message {
    head: Vec<u8>,
    body: Vec<u8>,
}

impl Message {
    /// Reads the next message of a connection. It is `None` if the other side has closed the connection.
    ///
    /// # Errors
    /// If the connection breaks, or the head doesn't contain the length of the body: neither side streams.
    pub(super) async fn read(from: &mut BufReader<TcpStream>) -> io::Result<Option<Self>> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            if from.read_until(b'\n', &mut head).await? == 0 {
                return if head.is_empty() { Ok(None) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
            }
        }
        let mut message = Self { head, body: Vec::new() };
        if message.header("transfer-encoding").is_some() {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a body of unknown length"));
        }
        let length = message.header("content-length").and_then(|length| length.parse().ok()).unwrap_or_default();
        message.body.resize(length, 0);
        from.read_exact(&mut message.body).await?;
        Ok(Some(message))
    }

    /// Creates an answer of the proxy itself.
    pub(super) fn answer(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Self {
        let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head += "\r\n";
        Self { head: head.into_bytes(), body: body.to_vec() }
    }

    /// The same answer with another body.
    pub(super) fn with_body(&self, body: &[u8]) -> Self {
        let status = self.first_line().split_once(' ').map_or("200 OK", |(_, status)| status).to_owned();
        Self::answer(&status, &[("Content-Type", "application/json")], body)
    }

    pub(super) fn body(&self) -> &[u8] {
        &self.body
    }

    /// The complete message in the form in which it is sent.
    pub(super) fn bytes(&self) -> Vec<u8> {
        [self.head.as_slice(), &self.body].concat()
    }

    /// The method and the path of a request. The path has no query.
    pub(super) fn asks(&self) -> (String, String) {
        let line = self.first_line();
        let mut words = line.split(' ').map(str::to_owned);
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let path = target.split('?').next().unwrap_or_default().to_owned();
        (method, path)
    }

    fn first_line(&self) -> String {
        String::from_utf8_lossy(&self.head).lines().next().unwrap_or_default().to_owned()
    }

    fn header(&self, name: &str) -> Option<String> {
        let head = String::from_utf8_lossy(&self.head);
        let value = |line: &str| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        };
        head.lines().skip(1).find_map(value)
    }
}
