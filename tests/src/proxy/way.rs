//! One connection of a client, and the connection to the server behind it.

use super::fault::Answered;
use super::message::Message;
use super::{Act, Inner};
use std::io;
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// Serves one connection until either side closes it.
pub(super) async fn serve(inner: Arc<Inner>, stream: TcpStream) {
    let cut = inner.book().cut.clone();
    let mut client = BufReader::new(stream);
    let done = tokio::select! {
        () = cut.cancelled() => Ok(Left::Reset),
        done = exchange(&inner, &mut client) => done,
    };
    match done {
        // Without this the system would close the connection normally.
        Ok(Left::Reset) => drop(client.get_ref().set_zero_linger()),
        Ok(Left::Late(request)) => {
            gone(&mut client).await;
            let _ = deliver(&inner, &mut None, &request).await;
            inner.late.send_modify(|late| *late -= 1);
        }
        Ok(Left::Closed) | Err(_) => {}
    }
}

/// How a connection ends.
enum Left {
    /// It is closed as HTTP specifies.
    Closed,
    /// It is reset.
    Reset,
    /// The client has disconnected, and its request is delivered afterward.
    Late(Message),
}

async fn exchange(inner: &Arc<Inner>, client: &mut BufReader<TcpStream>) -> io::Result<Left> {
    let mut server = None;
    while let Some(request) = Message::read(client).await? {
        let (method, path) = request.asks();
        let (number, act) = inner.comes(&method, &path);
        let answer = match act {
            None => deliver(inner, &mut server, &request).await?,
            Some(Act::Before(call)) => {
                if !call() {
                    return Ok(Left::Reset);
                }
                deliver(inner, &mut server, &request).await?
            }
            Some(Act::After(call)) => {
                let answer = deliver(inner, &mut server, &request).await?;
                if !call() {
                    return Ok(Left::Reset);
                }
                answer
            }
            Some(Act::Fault(fault)) => {
                let answer =
                    if fault.is_delivered() { Some(deliver(inner, &mut server, &request).await?) } else { None };
                match (fault.answered(&method), answer) {
                    (Answered::Closed, _) => {
                        inner.close();
                        return Ok(Left::Reset);
                    }
                    (Answered::Reset, _) | (Answered::Half | Answered::Cut, None) => return Ok(Left::Reset),
                    (Answered::Never, _) => {
                        gone(client).await;
                        return Ok(Left::Closed);
                    }
                    (Answered::Late, _) => {
                        inner.late.send_modify(|late| *late += 1);
                        return Ok(Left::Late(request));
                    }
                    (Answered::With(answer), _) => answer,
                    (Answered::Half, Some(answer)) if answer.body().is_empty() => answer,
                    (Answered::Half, Some(answer)) => answer.with_body(&answer.body()[..answer.body().len() / 2]),
                    (Answered::Cut, Some(answer)) => {
                        let bytes = answer.bytes();
                        client.write_all(&bytes[..bytes.len() / 2]).await?;
                        client.flush().await?;
                        return Ok(Left::Reset);
                    }
                }
            }
        };
        if !inner.delay.is_zero() {
            tokio::time::sleep(inner.delay).await;
        }
        inner.answered(number);
        client.write_all(&answer.bytes()).await?;
    }
    Ok(Left::Closed)
}

/// Sends a request to the server.
async fn deliver(inner: &Inner, server: &mut Option<BufReader<TcpStream>>, request: &Message) -> io::Result<Message> {
    let _at_the_server = inner.gate.read().await;
    let server = match server {
        Some(server) => server,
        none => none.insert(BufReader::new(TcpStream::connect(inner.to).await?)),
    };
    server.get_ref().set_nodelay(true)?;
    server.write_all(&request.bytes()).await?;
    Message::read(server).await?.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// Waits until the client has disconnected.
async fn gone(client: &mut BufReader<TcpStream>) {
    let mut rest = [0; 512];
    while client.read(&mut rest).await.is_ok_and(|read| read > 0) {}
}
