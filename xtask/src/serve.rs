//! Serves the built app on this machine.

use crate::build::{self, script};
use crate::setup;
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdin};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The port to serve at unless told otherwise.
pub const USUAL_PORT: u16 = 8080;

/// Builds the app, serves it, and says where, until it is stopped.
pub fn serve(port: u16) -> Result<()> {
    let tools = setup::for_building()?;
    build::release(&tools, "/", &build::dist())?;
    let free = free_port(port)?;
    if free != port {
        println!("Port {port} is taken by another program, so this is the next free one.");
    }
    let mut server = Server::start(&build::dist(), "/", free)?;
    println!("Plumbline is at {} (Ctrl+C stops it)", server.address);
    server.child.wait().context("lost the server; start again")?;
    bail!("the server stopped; start again")
}

/// A running server, stopped when it goes out of scope.
pub struct Server {
    child: Child,
    /// The server ends with this: when this program is killed, it does not stay behind.
    _leash: Option<ChildStdin>,
    /// Where it serves the app.
    pub address: String,
}

impl Server {
    /// Serves a folder under the path `base`, and waits until it answers.
    pub fn start(folder: &Path, base: &str, port: u16) -> Result<Self> {
        let mut child = script("serve.mjs").args([folder]).args([base, &port.to_string()]).started()?;
        let leash = child.stdin.take();
        let mut server = Self { child, _leash: leash, address: format!("http://127.0.0.1:{port}{base}") };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if server.child.try_wait().is_ok_and(|ended| ended.is_some()) || start.elapsed() > Duration::from_secs(20) {
                bail!("the server did not start at port {port}; look at its messages above, or try another port");
            }
            sleep(Duration::from_millis(50));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Neither can fail in a way that matters: the server has ended, or is ended here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The first port from this one on that no program listens at.
pub fn free_port(first: u16) -> Result<u16> {
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    (first..=first.saturating_add(100))
        .find(free)
        .with_context(|| format!("no port from {first} on is free; name another one with `--port`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        assert!(free_port(port)? > port);
        Ok(())
    }
}
