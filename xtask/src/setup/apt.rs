//! Debian's packages, where there is `apt-get`.

use crate::paths;
use crate::run::Run;
use anyhow::{Context, Result};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the package lists were fetched by this program already.
static UPDATED: AtomicBool = AtomicBool::new(false);

/// Whether this machine takes Debian's packages.
pub fn present() -> bool {
    paths::on_path("apt-get").is_some()
}

/// Installs packages; those that are there stay.
pub fn install(packages: &[&str]) -> Result<()> {
    let wanted = format!("could not install the Debian packages {}", packages.join(", "));
    if !UPDATED.swap(true, Ordering::Relaxed) {
        as_root("apt-get").args(["update"]).logged().with_context(|| wanted.clone())?;
    }
    let install = as_root("apt-get").args(["install", "-y", "--no-install-recommends"]).args(packages);
    install.logged().with_context(|| wanted)
}

/// A run of a program as root: with sudo if need be, which asks for the password at the terminal itself.
pub fn as_root(program: &str) -> Run {
    let root = Run::new("id").args(["-u"]).read().is_some_and(|id| id.trim() == "0");
    let run = if root { Run::new(program) } else { Run::new("sudo").args(["DEBIAN_FRONTEND=noninteractive", program]) };
    run.env("DEBIAN_FRONTEND", "noninteractive")
}

/// The version of an installed package, or nothing.
pub fn version(package: &str) -> Option<String> {
    let version = Run::new("dpkg-query").args(["--show", "--showformat=${db:Status-Abbrev}${Version}", package]).read()?;
    version.strip_prefix("ii ").map(str::to_owned)
}
