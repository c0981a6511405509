//! Compares a release with one that is built from the source that is here: byte by byte, file by file.

use crate::bill;
use crate::build;
use crate::paths;
use crate::setup;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Builds what is to be compared with the release in `folder`, and says which files differ.
pub fn command(folder: &str) -> Result<()> {
    let given = paths::root().join(folder);
    let page = given.join("index.html");
    let page =
        fs::read_to_string(&page).with_context(|| format!("could not read {}; name the folder of a release", page.display()))?;
    let base = base(&page).context("the page in that folder does not say where it is hosted; it is no release of Plumbline")?;
    let tools = setup::for_building()?;
    let built = paths::target().join("verify");
    build::release(&tools, base, &built)?;
    let different = compare(&files(&given)?, &files(&built)?);
    if different.is_empty() {
        println!("{} is what this source builds to: every file is the same, byte for byte.", given.display());
        return Ok(());
    }
    for line in &different {
        println!("  {line}");
    }
    let of = |folder: &Path| fs::read_to_string(folder.join(bill::FILE)).ok().and_then(|text| rust_of(&text));
    if let (Some(theirs), Some(ours)) = (of(&given), of(&built))
        && theirs != ours
    {
        println!("It was built with Rust {theirs}, and here there is {ours}: other compilers make other bytes.");
    }
    bail!("{} is not what this source builds to; is the version that it was built from checked out?", given.display())
}

/// Where a page says that it is hosted.
fn base(page: &str) -> Option<&str> {
    page.split_once("<base href=\"")?.1.split('"').next()
}

/// The compiler that a bill of materials names.
fn rust_of(bill: &str) -> Option<String> {
    let bill: Value = serde_json::from_str(bill).ok()?;
    let rust = bill.get("components")?.as_array()?.iter().find(|it| it.get("name").is_some_and(|name| name == "rust-std"))?;
    Some(rust.get("version")?.as_str()?.to_owned())
}

/// The files of a folder and what is in them, by their paths.
type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Result<Files> {
    let mut found = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next).with_context(|| format!("could not read {}", next.display()))?;
        for entry in entries {
            let path = entry.with_context(|| format!("could not read {}", next.display()))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.insert(name, fs::read(&path).with_context(|| format!("could not read {}", path.display()))?);
        }
    }
    Ok(found)
}

/// A line for each file that is not in both alike.
fn compare(given: &Files, built: &Files) -> Vec<String> {
    let mut lines: Vec<String> = given
        .iter()
        .filter_map(|(name, bytes)| {
            Some(match built.get(name) {
                None => format!("{name}: only in the release"),
                Some(other) if other == bytes => return None,
                Some(other) => {
                    let at = bytes.iter().zip(other).take_while(|(one, other)| one == other).count();
                    format!("{name}: differs from byte {at} on ({} and {} bytes)", bytes.len(), other.len())
                }
            })
        })
        .collect();
    lines.extend(built.keys().filter(|name| !given.contains_key(*name)).map(|name| format!("{name}: missing in the release")));
    lines
}

/// Fails unless two releases that were put together one after the other, from the same source for two addresses, are the same but for
/// the address, and one of them with a byte changed is not.
pub fn same_but_for_address(one: (&Path, &str), other: (&Path, &str)) -> Result<()> {
    let mut first = without_address(files(one.0)?, one.1);
    let second = without_address(files(other.0)?, other.1);
    let different = compare(&first, &second);
    if !different.is_empty() {
        bail!("two builds of the same source differ:\n  {}", different.join("\n  "));
    }
    let wasm = first.iter_mut().find(|(name, _)| name.ends_with(".wasm"));
    let (name, bytes) = wasm.context("the release has no WebAssembly")?;
    let name = name.clone();
    if let Some(byte) = bytes.last_mut() {
        *byte ^= 1;
    }
    if !matches!(compare(&first, &second).as_slice(), [line] if line.starts_with(&name)) {
        bail!("a changed byte in {name} was not found");
    }
    Ok(())
}

/// A release without what follows from its address: the address in the page, the version that is worked out from the page, and the
/// twins and hashes of the files in which they stand.
fn without_address(mut files: Files, base: &str) -> Files {
    files.retain(|name, _| !["index.html.br", "404.html.br", "sw.js.br", "SHA256SUMS"].contains(&name.as_str()));
    let version = files.get("index.html").map(|page| String::from_utf8_lossy(page).into_owned()).unwrap_or_default();
    let version =
        version.split_once("data-version=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default().to_owned();
    for name in ["index.html", "404.html", "sw.js"] {
        if let Some(bytes) = files.get_mut(name) {
            let text = String::from_utf8_lossy(bytes).replace(&format!("\"{base}"), "\"/").replace(&version, "VERSION");
            *bytes = without_hash_of_page(&text).into_bytes();
        }
    }
    files
}

/// The service worker's list without the hash of the page.
fn without_hash_of_page(text: &str) -> String {
    let start = "[\"\",\"";
    match text.split_once(start) {
        Some((before, rest)) => format!("{before}{start}{}", rest.split_once('"').map_or(rest, |(_, after)| after)),
        None => text.to_owned(),
    }
}

/// Fails if a release names a folder of the machine that it was built on: elsewhere it would come out differently.
pub fn names_no_folder_of_this_machine(folder: &Path) -> Result<()> {
    let homes = [Some(paths::root()), paths::cargo_home()];
    let homes: Vec<String> = homes.into_iter().flatten().map(|home| home.to_string_lossy().into_owned()).collect();
    for (name, bytes) in files(folder)? {
        for home in &homes {
            if bytes.windows(home.len()).any(|part| part == home.as_bytes()) {
                bail!("{name} names the folder {home}: a build from another folder would differ from it");
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(base: &str, version: &str) -> Files {
        let page = format!("<base href=\"{base}\"><script src=\"{base}boot.js\" data-version=\"{version}\">");
        let worker =
            format!("const BUILD = {{\"version\":\"{version}\",\"files\":[[\"\",\"{version}aa\"],[\"a.css\",\"00\"]]}};");
        let all =
            [("index.html", page), ("sw.js", worker), ("a/app.wasm", "wasm".to_owned()), ("SHA256SUMS", version.to_owned())];
        all.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
    }

    #[test]
    fn files_that_differ_are_missing_or_more_are_named() {
        let (mut given, built) = (release("/", "1"), release("/", "1"));
        assert_eq!(compare(&given, &built), Vec::<String>::new());
        given.insert("a/app.wasm".to_owned(), b"wasn".to_vec());
        given.insert("more.js".to_owned(), Vec::new());
        given.remove("sw.js");
        assert_eq!(
            compare(&given, &built),
            [
                "a/app.wasm: differs from byte 3 on (4 and 4 bytes)",
                "more.js: only in the release",
                "sw.js: missing in the release"
            ]
        );
    }

    #[test]
    fn two_addresses_make_no_difference_else() {
        let (one, other) = (without_address(release("/", "1234"), "/"), without_address(release("/p/", "5678"), "/p/"));
        assert_eq!(compare(&one, &other), Vec::<String>::new());
        assert_eq!(base("<base href=\"/p/\">"), Some("/p/"));
        assert_eq!(rust_of(r#"{"components":[{"name":"rust-std","version":"1.95.0"}]}"#).as_deref(), Some("1.95.0"));
    }
}
