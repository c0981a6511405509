//! Tests of WebAssembly code in a browser: the files `tests/*_browser.rs`.

use crate::paths;
use crate::run::step;
use crate::setup;
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Runs all of them.
pub fn run() -> Result<()> {
    let files = paths::files_ending(&paths::root().join("tests"), "_browser.rs");
    let names: Vec<_> = files.iter().filter_map(|file| file.file_stem()).collect();
    if names.is_empty() {
        println!("==> No wasm tests yet");
        return Ok(());
    }
    let tools = setup::for_browser_tests()?;
    let session = session(&tools.browser)?;
    step("Testing WebAssembly code in a browser", "2 minutes at first", || {
        let each = names.iter().flat_map(|name| ["--test".as_ref(), *name]);
        let test = tools.cargo().args(["test", "--target", setup::target::WASM]).args(each);
        test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("CHROMEDRIVER", &tools.driver)
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", session)
            .shown()
            .context("a test of WebAssembly code failed")
    })
}

/// Writes how the driver is to start the browser, and gives the file.
fn session(browser: &Path) -> Result<PathBuf> {
    let options = json!({ "goog:chromeOptions": {
        "binary": browser,
        "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"],
    }});
    let file = paths::target().join("webdriver.json");
    fs::write(&file, options.to_string()).with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
}
