//! Plumbline's own commands: `cargo xtask help` lists them.
//!
//! Each command first sets up what it needs and is missing ([`setup`]), says each step while it does it, and does
//! nothing twice. What goes wrong is said in one sentence with what to do next.

mod bench;
mod bill;
mod build;
mod notices;
mod paths;
mod programs;
mod run;
mod schemas;
mod serve;
mod setup;
mod shorten;
mod split;
mod stage;
mod supply;
mod test;
mod verify;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
Plumbline's own commands

  cargo xtask serve [--port N]           build for release, serve it on this machine and print the address
  cargo xtask build [--public-url URL]   build for release into dist/, to be hosted at URL (/ unless told, such as /plumbline/)
  cargo xtask verify FOLDER              build from source what a release in FOLDER was built from, and compare them byte by byte
  cargo xtask test                       run every test there is
  cargo xtask test native [WORD…]        only those without a browser, or of these only those with a WORD in their path
  cargo xtask test e2e [--dev] [WORD…]   only those of the whole app in a browser, or of these only the files named so,
                                         or the sentences with these words; --dev tests a build for development
  cargo xtask test --changed             only those that are likely to notice what git says has changed
  cargo xtask bench [native|browser]     measure how fast it is, all of it or one part
  cargo xtask schemas                    write the JSON Schemas of all files anew, from the types
  cargo xtask setup                      only set up what the other commands need
  cargo xtask help                       this text

Each sets up what is missing first; that takes minutes once, and seconds from then on. Tools are kept in
$XDG_CACHE_HOME/plumbline or ~/.cache/plumbline. CHROMIUM_PATH, FIREFOX_PATH and WEBKIT_DRIVER_PATH name other browsers,
PLUMBLINE_ENGINES those to test in where not all can be had (chromium firefox webkit unless told).";

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
        ["verify", folder] => verify::command(folder),
        ["test", rest @ ..] => test::command(rest),
        ["bench"] => bench::everything(),
        ["bench", "native"] => bench::native(),
        ["bench", "browser"] => bench::browser(),
        ["schemas"] => schemas::write(),
        ["setup"] => setup::everything(),
        ["stage"] => stage::stage(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("`cargo xtask {}` is no command of ours; `cargo xtask help` lists them", words.join(" ")),
    }
}
