//! Runs other programs, and says each step while it is done.

use crate::paths;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Says a step, does it, and says how long it took. `usual` is how long it usually takes, if that is long.
pub fn step<T>(what: &str, usual: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    if usual.is_empty() {
        println!("==> {what}");
    } else {
        println!("==> {what} (usually {usual})");
    }
    let start = Instant::now();
    let done = work()?;
    println!("    done in {}", in_words(start.elapsed()));
    Ok(done)
}

/// A duration as people say it.
pub fn in_words(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// A program about to be run.
pub struct Run {
    command: Command,
    name: String,
}

impl Run {
    /// A run of `program` in the project's folder, with nothing to read and without what cargo told this program.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        command.current_dir(paths::root()).stdin(Stdio::null());
        tidy(&mut command);
        let name = Path::new(program).file_stem().unwrap_or(program).to_string_lossy().into_owned();
        Self { command, name }
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets an environment variable.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets an environment variable if there is a value for it.
    pub fn env_if(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.env(name, value),
            None => self,
        }
    }

    /// Takes an environment variable away.
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs in this folder.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs with its output on the screen.
    pub fn shown(mut self) -> Result<()> {
        let status = self.command.status();
        self.judge(status)
    }

    /// Runs with its output in a file of the cache; when it fails, the file's end is shown.
    pub fn logged(mut self) -> Result<()> {
        let folder = paths::cache()?.join("log");
        fs::create_dir_all(&folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
        let log = folder.join(format!("{}.log", self.name));
        let write = || File::create(&log).with_context(|| format!("could not write {}", log.display()));
        let out = write()?;
        let err = out.try_clone().with_context(|| format!("could not write {}", log.display()))?;
        let status = self.command.stdout(out).stderr(err).status();
        self.judge(status).inspect_err(|_| show_end(&log))
    }

    /// Runs and gives what it printed, or nothing if it is missing or failed.
    pub fn read(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs with its messages on the screen, and gives what it printed.
    pub fn told(mut self) -> Result<String> {
        let output = self.command.stderr(Stdio::inherit()).output();
        let status = output.as_ref().map(|output| output.status).map_err(|why| std::io::Error::from(why.kind()));
        self.judge(status)?;
        Ok(output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default())
    }

    /// Runs without output; what it said, and whether it went well.
    pub fn heard(mut self) -> (String, bool) {
        match self.command.output() {
            Ok(output) => {
                let said = [output.stdout, output.stderr].concat();
                (String::from_utf8_lossy(&said).into_owned(), output.status.success())
            }
            Err(why) => (format!("could not run `{}`: {why}", self.name), false),
        }
    }

    /// Runs without output, for so long at most; whether it went well.
    pub fn went_well_within(mut self, limit: Duration) -> bool {
        let Ok(mut child) = self.command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() else { return false };
        let start = Instant::now();
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) if start.elapsed() < limit => std::thread::sleep(Duration::from_millis(50)),
                _ => break,
            }
        }
        // Neither can fail in a way that matters: the program has ended, or is ended here.
        let _ = child.kill();
        let _ = child.wait();
        false
    }

    /// Starts it and leaves it running, until its input ends if it heeds that.
    pub fn started(mut self) -> Result<Child> {
        self.command.stdin(Stdio::piped()).spawn().with_context(|| format!("could not start `{}`", self.name))
    }

    fn judge(&self, status: std::io::Result<ExitStatus>) -> Result<()> {
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) if status.code().is_none() => bail!("`{}` was ended from outside; start again", self.name),
            Ok(_) => bail!("`{}` failed, see its messages above", self.name),
            Err(why) if why.kind() == ErrorKind::NotFound => {
                bail!("`{}` is not installed, or not on the PATH; install it and start again", self.name)
            }
            Err(why) => Err(why).with_context(|| format!("could not run `{}`", self.name)),
        }
    }
}

/// Takes out of a program's environment what `cargo run` put there for this one: it would make cargo build anew what
/// is there, or give another compiler this one's libraries. NO_COLOR gets the only value that Trunk understands. On a machine
/// that checks the project once (it sets CI), nothing is kept for a next build: that takes gigabytes.
fn tidy(command: &mut Command) {
    if env::var_os("CI").is_some() && env::var_os("CARGO_INCREMENTAL").is_none() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    for (name, value) in env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        if text.starts_with("CARGO_PKG_") || matches!(text, "CARGO" | "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH") {
            command.env_remove(&name);
        } else if text == "NO_COLOR" {
            command.env(&name, "true");
        } else if matches!(text, "LD_LIBRARY_PATH" | "DYLD_FALLBACK_LIBRARY_PATH") {
            let target = paths::target();
            let foreign = |dir: &std::path::PathBuf| {
                !dir.starts_with(&target) && !dir.components().any(|part| part.as_os_str() == "toolchains")
            };
            match env::join_paths(env::split_paths(&value).filter(foreign)) {
                Ok(rest) if !rest.is_empty() => command.env(&name, rest),
                _ => command.env_remove(&name),
            };
        }
    }
}

/// Prints the last lines of a log, and where the whole of it is.
fn show_end(log: &Path) {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    for line in lines.iter().skip(lines.len().saturating_sub(15)) {
        eprintln!("    | {line}");
    }
    eprintln!("    all of it: {}", log.display());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_as_people_say_them() {
        assert_eq!(in_words(Duration::from_millis(1240)), "1.2 s");
        assert_eq!(in_words(Duration::from_secs(12)), "12 s");
        assert_eq!(in_words(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn a_missing_program_is_said_in_words() {
        let why = Run::new("no-such-program-of-ours").shown().map_err(|why| why.to_string());
        assert_eq!(why, Err("`no-such-program-of-ours` is not installed, or not on the PATH; install it and start again".into()));
    }
}
