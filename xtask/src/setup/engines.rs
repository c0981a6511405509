//! Firefox and WebKit, the engines beside Chromium in which the short way through the app is tested as well.
//!
//! Each is found where it usually is, or installed from Debian's packages; where neither can be, it is said what to do. Nothing
//! is left out unless `PLUMBLINE_ENGINES` leaves it out, and then the tests say so.

use super::apt;
use crate::paths;
use crate::run::step;
use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;

/// Names the engines to test in, where not all of them can be had.
const CHOSEN: &str = "PLUMBLINE_ENGINES";
const CHROMIUM: &str = "chromium";

/// An engine beside Chromium, and how to come by it.
struct Engine {
    name: &'static str,
    called: &'static str,
    /// The variable that names its program, for us and for the tests.
    variable: &'static str,
    programs: &'static [&'static str],
    places: &'static [&'static str],
    /// What else has to be on the PATH.
    beside: &'static [&'static str],
    packages: &'static [&'static str],
    /// How to come by it where there are no packages of Debian's.
    advice: &'static str,
}

const FIREFOX: Engine = Engine {
    name: "firefox",
    called: "Firefox",
    variable: "FIREFOX_PATH",
    programs: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
    beside: &[],
    // Its window is never shown, and it may be run by root as it is, where root owns the home folder.
    packages: &["firefox-esr"],
    advice: "install it",
};

const WEBKIT: Engine = Engine {
    name: "webkit",
    called: "WebKit, the engine of Safari,",
    variable: "WEBKIT_DRIVER_PATH",
    programs: &["WebKitWebDriver"],
    places: &["/usr/libexec/webkit2gtk-4.1/WebKitWebDriver"],
    // It always shows a window, so the tests give it a screen that nobody sees. Its own sandbox wants more rights than a
    // container or root has: the tests start it without (`tests/e2e/engines/webkit.mjs`), and it opens nothing but this app.
    beside: &["Xvfb"],
    packages: &["webkit2gtk-driver", "xvfb"],
    advice: "install WebKitWebDriver of WebKitGTK and Xvfb, which are there for Linux alone",
};

/// Each engine's variable and program, installed if it is missing and that can be done.
pub fn ensure() -> Result<Vec<(&'static str, PathBuf)>> {
    let chosen = chosen(env::var(CHOSEN).ok().as_deref())?;
    chosen.iter().map(|engine| Ok((engine.variable, engine.ensure()?))).collect()
}

/// The engines beside Chromium that are wanted: all of them, unless some are named.
fn chosen(named: Option<&str>) -> Result<Vec<&'static Engine>> {
    let Some(named) = named else { return Ok(vec![&FIREFOX, &WEBKIT]) };
    let mut chosen = Vec::new();
    for name in named.split([' ', ',']).filter(|name| !name.is_empty()) {
        match [&FIREFOX, &WEBKIT].into_iter().find(|engine| engine.name == name) {
            Some(engine) => chosen.push(engine),
            None if name == CHROMIUM => {}
            None => bail!("{CHOSEN} names `{name}`, which is no engine; it may name chromium, firefox and webkit"),
        }
    }
    Ok(chosen)
}

impl Engine {
    fn ensure(&self) -> Result<PathBuf> {
        if let Some(named) = env::var_os(self.variable).map(PathBuf::from) {
            if named.is_file() {
                return Ok(named);
            }
            bail!(
                "{0} names {1}, which is no file; correct it, or unset it to use what is installed",
                self.variable,
                named.display()
            );
        }
        if let Some(found) = self.installed() {
            return Ok(found);
        }
        let mut why = None;
        if apt::present() {
            let what = format!("Installing {} to test in", self.called.trim_end_matches(','));
            why = step(&what, "half a minute", || apt::install(self.packages)).err();
        }
        match (self.installed(), why) {
            (Some(found), _) => Ok(found),
            (None, Some(why)) => Err(why.context(self.missing())),
            (None, None) => bail!("{}", self.missing()),
        }
    }

    /// Its program, if all of it is there.
    fn installed(&self) -> Option<PathBuf> {
        if self.beside.iter().any(|program| paths::on_path(program).is_none()) {
            return None;
        }
        let places = self.places.iter().map(PathBuf::from).filter(|path| path.is_file());
        self.programs.iter().find_map(|program| paths::on_path(program)).or_else(|| places.into_iter().next())
    }

    fn missing(&self) -> String {
        format!(
            "there is no {} to test in; {}, or name its program in {}, or name the engines that are here in {CHOSEN} \
             (such as `{CHOSEN}=\"chromium firefox\"`): the tests in the others are skipped then, and counted so",
            self.called.trim_end_matches(','),
            self.advice,
            self.variable
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(named: Option<&str>) -> Result<Vec<&'static str>> {
        Ok(chosen(named)?.iter().map(|engine| engine.name).collect())
    }

    #[test]
    fn all_engines_are_wanted_unless_some_are_named() -> Result<()> {
        assert_eq!(names(None)?, ["firefox", "webkit"]);
        assert_eq!(names(Some("chromium, firefox"))?, ["firefox"]);
        assert_eq!(names(Some("chromium"))?, [""; 0]);
        Ok(())
    }

    #[test]
    fn an_engine_that_nobody_knows_is_said() {
        assert!(names(Some("chromium safari")).is_err_and(|why| why.to_string().contains("`safari`")));
    }
}
