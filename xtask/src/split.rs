//! Splits the built app: the first screen in one file, the code of the pages in another that is loaded when it is needed.
//!
//! Trunk builds the app as one; what came of that is replaced here by its parts, in a folder named after their content, so that files
//! of two versions never meet. Where the app is to be split stands in `src/ui/shell/lazy.rs`.

use crate::build::script;
use crate::paths;
use crate::run::Run;
use crate::setup::target::WASM;
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

const APP: &str = "plumbline";

/// Puts the parts of the app that was built for `profile` into `folder`, and has the page there load them.
pub fn split(folder: &Path, profile: &str) -> Result<()> {
    let built = paths::target().join(WASM).join(profile).join(format!("{APP}.wasm"));
    let whole = fs::read(&built).with_context(|| format!("could not read {}", built.display()))?;
    let work = paths::target().join("split").join(profile);
    let (raw, parts, done) = (work.join("raw"), work.join("parts"), work.join("done"));
    // The same app was split before, for another address: its parts are the same, and optimizing takes a minute.
    if fs::read(&done).is_ok_and(|before| before == whole) {
        return put(&parts, folder);
    }
    let _ = fs::remove_file(&done);
    for folder in [&raw, &parts] {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    }
    let first = raw.join(format!("{APP}.wasm"));
    let later = separate(&whole, &raw, &first)?;
    bind(&first, &parts)?;
    for file in later.iter().chain([&raw.join(LOADER)]) {
        let name = file.file_name().context("a part has no name")?;
        fs::copy(file, parts.join(name)).with_context(|| format!("could not copy {}", file.display()))?;
    }
    if profile == "release" {
        paths::files_ending(&parts, ".wasm").iter().try_for_each(|file| optimize(file))?;
    }
    fs::write(&done, &whole).with_context(|| format!("could not write {}", done.display()))?;
    put(&parts, folder)
}

/// Puts the parts beside the page, and has it load them.
fn put(parts: &Path, folder: &Path) -> Result<()> {
    script("parts.mjs").args([parts, folder]).shown().context("could not put the parts of the app in their place")
}

/// The script that loads parts; the app knows it by this name.
const LOADER: &str = "__wasm_split.js";

/// Writes the first part to `first` and the others, with their loader, into `folder`; says which others there are.
fn separate(whole: &[u8], folder: &Path, first: &Path) -> Result<Vec<PathBuf>> {
    let script = format!("./{APP}.js");
    let loader = format!("./{LOADER}");
    let mut options = Options::new(whole);
    options.output_dir = folder;
    options.main_out_path = first;
    options.main_module = &script;
    options.link_name = &loader;
    let split = transform(options).map_err(|why| anyhow!("could not split the app: {why:#}"))?;
    Ok(split.split_modules)
}

/// Makes the script between the first part and the browser.
fn bind(first: &Path, folder: &Path) -> Result<()> {
    let program = format!("wasm-bindgen{}", std::env::consts::EXE_SUFFIX);
    let program =
        paths::on_path("wasm-bindgen").map_or_else(|| paths::cache().map(|cache| cache.join("bin").join(program)), Ok)?;
    let run =
        Run::new(program).args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", APP, "--out-dir"]);
    run.args([folder, first]).shown().context("could not make the script of the app")
}

/// What the compiler uses of WebAssembly, and so no more of it may come of optimizing.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes a part smaller.
fn optimize(file: &Path) -> Result<()> {
    let program = paths::root().join("xtask").join("node_modules").join("binaryen").join("bin").join("wasm-opt");
    let run = Run::new("node").args([program]).args(FEATURES).args(["-Oz", "-o"]);
    run.args([file, file]).shown().with_context(|| format!("could not optimize {}", file.display()))
}
