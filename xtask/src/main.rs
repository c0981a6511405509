//! Plumbline's own commands: `cargo xtask help` lists them.
//!
//! Each command first sets up what it needs and is missing ([`setup`]), says each step while it does it, and does
//! nothing twice. What goes wrong is said in one sentence with what to do next.

mod bench;
mod build;
mod notices;
mod paths;
mod run;
mod serve;
mod setup;
mod split;
mod stage;
mod supply;
mod test;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
Plumbline's own commands

  cargo xtask serve [--port N]           build for release, serve it on this machine and print the address
  cargo xtask build [--public-url URL]   build for release into dist/, to be hosted at URL (/ unless told, such as /plumbline/)
  cargo xtask test [native|wasm|e2e]     run every test, or only those without a browser, of the WebAssembly code in
                                         a browser, or of the whole app in a browser
  cargo xtask bench [native|browser]     measure how fast it is, all of it or one part
  cargo xtask setup                      only set up what the other commands need
  cargo xtask help                       this text

Each sets up what is missing first; that takes minutes once, and seconds from then on. Tools are kept in
$XDG_CACHE_HOME/plumbline or ~/.cache/plumbline. CHROMIUM_PATH and CHROMEDRIVER name another browser and its driver.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match command(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the command line asks for.
fn command(words: &[&str]) -> Result<()> {
    match words {
        ["serve"] => serve::serve(serve::USUAL_PORT),
        ["serve", "--port", port] => match port.parse() {
            Ok(port) if port > 0 => serve::serve(port),
            _ => bail!("`{port}` is no port; give a number from 1 to 65535"),
        },
        ["build"] => build::command("/"),
        ["build", "--public-url", url] => build::command(url),
        ["test"] => test::everything(),
        ["test", "native"] => test::native::run(),
        ["test", "wasm"] => test::wasm::run(),
        ["test", "e2e"] => test::e2e::run(),
        ["bench"] => bench::everything(),
        ["bench", "native"] => bench::native(),
        ["bench", "browser"] => bench::browser(),
        ["setup"] => setup::everything(),
        ["stage"] => stage::stage(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("`cargo xtask {}` is no command of ours; `cargo xtask help` lists them", words.join(" ")),
    }
}
