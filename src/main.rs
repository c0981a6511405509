//! The two faces of Plumbline: the app where it is built for browsers, the command line where it is built for a machine.

#[cfg(all(target_arch = "wasm32", feature = "ui"))]
fn main() {
    plumbline::ui::start();
}

/// Without what is shown there is nothing to do in a browser.
#[cfg(all(target_arch = "wasm32", not(feature = "ui")))]
fn main() {}

/// Does what the arguments ask for. The clock, the chance and the variables of the machine are asked here and nowhere in the core.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use jiff::Timestamp;
    use plumbline::command_line::{Machine, Outcome, PASSPHRASE, run};
    use plumbline::exchange::Chance;
    use std::io::{ErrorKind, Write, stderr, stdin, stdout};

    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let now = i64::try_from(since.as_secs()).ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    let now = now.unwrap_or(Timestamp::UNIX_EPOCH);
    let mut bytes = [0; Chance::BYTES];
    let chance = getrandom::fill(&mut bytes).is_ok().then(|| Chance::new(&bytes));
    let machine = Machine { now, passphrase: std::env::var_os(PASSPHRASE).map(std::ffi::OsString::into_encoded_bytes), chance };
    let Outcome { out, told, code } = run(std::env::args_os().skip(1), &mut stdin().lock(), machine);
    // Whoever reads no further, as `head`, has all that they want.
    let written = stdout().lock().write_all(&out).and_then(|()| stdout().flush());
    let is_lost = written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe);
    let _ = stderr().lock().write_all(told.as_bytes());
    std::process::ExitCode::from(if is_lost { plumbline::command_line::BAD_INPUT } else { code })
}
