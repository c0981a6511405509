//! Runs the tests.

mod changed;
mod e2e;
mod made_up;
mod native;
mod tally;
mod words;

use crate::run::in_words;
use crate::setup;
use anyhow::{Context, Result, bail};
use e2e::Build;
use std::thread;
use std::time::Instant;
use tally::Tally;

/// Does what follows `test` on the command line, and says at last what it came to.
pub fn command(words: &[&str]) -> Result<()> {
    let start = Instant::now();
    let mut tally = Tally::default();
    let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let which = |rest: &mut Vec<&str>| {
        let before = rest.len();
        rest.retain(|word| *word != "--dev");
        if rest.len() < before { Build::Development } else { Build::Release }
    };
    let went = match words {
        [] => everything(&mut tally),
        ["--changed"] => changed::run(&mut tally),
        ["native"] => native::run(&mut tally),
        ["native", rest @ ..] => native::run_some(&owned(rest), &mut tally),
        ["e2e", rest @ ..] => {
            let mut rest = rest.to_vec();
            let which = which(&mut rest);
            e2e::run(&owned(&rest), which, &mut tally)
        }
        _ => bail!("`cargo xtask test {}` is no command of ours; `cargo xtask help` lists them", words.join(" ")),
    };
    if went.is_ok() {
        println!("\nEvery one of these tests passed, in {}.", in_words(start.elapsed()));
    }
    tally.say(went.is_ok());
    went
}

/// Runs every test there is. The release is built while what needs no browser is tested: for minutes it keeps one processor busy and
/// leaves the others alone.
fn everything(tally: &mut Tally) -> Result<()> {
    let tools = setup::for_building()?;
    setup::for_end_to_end_tests()?;
    setup::for_tests_without_windows()?;
    setup::for_other_engines()?;
    setup::for_reading_oscal()?;
    let mut built = Tally::default();
    let (native, release) = thread::scope(|scope| {
        let release =
            scope.spawn(|| built.step("Building the app for release", "2 to 7 minutes at first", |_| e2e::releases(&tools)));
        (native::run(tally), release.join())
    });
    tally.add(built);
    native?;
    release.ok().context("the build for release broke off; start again")??;
    e2e::run(&[], Build::Released, tally)
}
