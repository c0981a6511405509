//! Splits the built app into its parts: the first screen in one file, and a file for each part that is loaded when it is needed.
//!
//! Trunk builds the app as one; what came of that is replaced here by its parts, in a folder named after their content, so that files
//! of two versions never meet. Which parts there are stands in `src/ui/shell/parts.rs`. What several parts share would come in a piece
//! for each set of parts that share something, dozens of them: `wasm-merge` puts them together, see [`Plan`].

use crate::build::script;
use crate::paths;
use crate::run::Run;
use crate::setup::target::WASM;
use crate::shorten::shorten;
use anyhow::{Context, Result, anyhow};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
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
    let needs = separate(&whole, &raw, &first)?;
    bind(APP, &first, &parts)?;
    shorten(&parts.join(format!("{APP}_bg.wasm")), &parts.join(format!("{APP}.js")))?;
    let plan = Plan::of(&needs, |piece| fs::metadata(raw.join(format!("{piece}.wasm"))).map_or(0, |facts| facts.len()));
    for (file, pieces) in &plan.files {
        merge(&raw, pieces, &parts.join(file))?;
    }
    let loader = raw.join(LOADER);
    let text = fs::read_to_string(&loader).with_context(|| format!("could not read {}", loader.display()))?;
    let text = plan.loader(&text).context("the loader of the parts is not as it was")?;
    fs::write(parts.join(LOADER), text).context("could not write the loader of the parts")?;
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

/// Writes the first part to `first` and the pieces of the others, with their loader, into `folder`; says which pieces each part
/// needs.
fn separate(whole: &[u8], folder: &Path, first: &Path) -> Result<Needs> {
    let script = format!("./{APP}.js");
    let loader = format!("./{LOADER}");
    let mut options = Options::new(whole);
    options.output_dir = folder;
    options.main_out_path = first;
    options.main_module = &script;
    options.link_name = &loader;
    let split = transform(options).map_err(|why| anyhow!("could not split the app: {why:#}"))?;
    Ok(split.prefetch_map.into_iter().collect())
}

/// The pieces that each part needs, by its name: one of its own, and those that it shares with others.
type Needs = BTreeMap<String, Vec<String>>;

/// The first question, and on top of it the part that all others are on top of: what these need is there for all of them.
const BASES: [&str; 2] = ["first", "quick"];

/// The parts on the way to the first answer in a named assessment, beside the bases: somebody waits for them, with nothing there yet.
const EARLY: [&str; 1] = ["set_up"];

/// What several parts share, as far as no single piece of it is large and one of the early parts needs it.
const SHARED: &str = "shared";

/// What only later parts share, as far as no single piece of it is large.
const SHARED_LATER: &str = "shared-later";

/// How many bytes a shared piece needs to be a file of its own. Smaller ones cost more as a request than as a part of another file.
const LARGE: u64 = 60_000;

/// Which pieces become which file, and which files each part needs.
#[derive(Debug, Default, PartialEq)]
struct Plan {
    /// The name of each file, with the pieces it is made of.
    files: BTreeMap<String, Vec<String>>,
    /// The name of each part, with the files it needs.
    parts: BTreeMap<String, Vec<String>>,
}

impl Plan {
    /// All that a basis needs, and none below it, becomes its file. Of what is left, each part's own piece and every large shared one
    /// become a file, and of the small shared ones those that an early part needs become one together, and the others another.
    fn of(needs: &Needs, size: impl Fn(&str) -> u64) -> Self {
        let mut plan = Self::default();
        let basis_of =
            |piece: &String| BASES.into_iter().find(|basis| needs.get(*basis).is_some_and(|needs| needs.contains(piece)));
        let early: BTreeSet<&String> = EARLY.iter().filter_map(|part| needs.get(*part)).flatten().collect();
        for (part, pieces) in needs {
            let own = format!("split_{part}");
            let mut files = BTreeSet::new();
            for piece in pieces {
                let file = if let Some(basis) = basis_of(piece) {
                    // The parts on top of the bases find it there.
                    if !BASES.contains(&part.as_str()) {
                        continue;
                    }
                    format!("{basis}.wasm")
                } else if *piece == own {
                    format!("{part}.wasm")
                } else if size(piece) >= LARGE {
                    format!("{SHARED}-{}.wasm", piece.trim_start_matches("chunk_"))
                } else if early.contains(piece) {
                    format!("{SHARED}.wasm")
                } else {
                    format!("{SHARED_LATER}.wasm")
                };
                let made_of = plan.files.entry(file.clone()).or_default();
                if !made_of.contains(piece) {
                    made_of.push(piece.clone());
                }
                files.insert(file);
            }
            plan.parts.insert(part.clone(), files.into_iter().collect());
        }
        plan
    }

    /// The loader, from the one that was written for pieces; `None` where that is not as expected.
    fn loader(&self, written: &str) -> Option<String> {
        const LAST: &str = "function makeLoad";
        let at = written.find(LAST)?;
        let end = at + written.get(at..)?.find("\n}\n")? + 3;
        // What went wrong is written down as words: a thing of a page that was left says nothing any more.
        let mut text = written.get(..end)?.replace("console.error(e)", "console.error(String(e))");
        for (number, file) in self.files.keys().enumerate() {
            text += &format!(
                "const file{number} = makeLoad(() => {{\n  const src = fetch(new URL(\"./{file}\", import.meta.url));\n  src.catch(() => {{}});\n  \
                 return async (imports) => WebAssembly.instantiateStreaming(src, {{ ...imports, {MERGED_IMPORT_FROM}: imports.{PIECES_IMPORT_FROM} }});\n}}, []);\n"
            );
        }
        for (part, files) in &self.parts {
            let loads: Vec<String> = self
                .files
                .keys()
                .enumerate()
                .filter(|(_, file)| files.contains(file))
                .map(|(number, _)| format!("file{number}"))
                .collect();
            text += &format!(
                "export const __wasm_split_load_{part} = wrapAsyncCb(makeLoad(() => async () => ({{}}), [{}]));\n",
                loads.join(", ")
            );
        }
        Some(text)
    }
}

/// Makes one file of some pieces.
fn merge(folder: &Path, pieces: &[String], file: &Path) -> Result<()> {
    let [first, _, ..] = pieces else {
        let [piece] = pieces else { return Ok(()) };
        let piece = folder.join(format!("{piece}.wasm"));
        return fs::copy(&piece, file).map(|_| ()).with_context(|| format!("could not copy {}", piece.display()));
    };
    let base = base(folder, first)?;
    let mut run =
        Run::new("node").args([binaryen("wasm-merge")]).args(FEATURES).args([base.as_os_str(), OsStr::new(PIECES_IMPORT_FROM)]);
    for piece in pieces {
        run = run.args([folder.join(format!("{piece}.wasm"))]).args([piece]);
    }
    run.args(["-o"]).args([file]).shown().with_context(|| format!("could not make {}", file.display()))
}

/// Where the pieces import the memory and the table from that all share.
const PIECES_IMPORT_FROM: &str = "__wasm_split";

/// Where what is merged of them imports these from.
const MERGED_IMPORT_FROM: &str = "first";

/// A module that hands on what all pieces import: once merged with it they share one import instead of one each, which would be a
/// memory each.
fn base(folder: &Path, piece: &str) -> Result<PathBuf> {
    let base = folder.join("base.wasm");
    let (text, code) = (folder.join("piece.wat"), folder.join("base.wat"));
    let piece = folder.join(format!("{piece}.wasm"));
    Run::new("node").args([binaryen("wasm-dis")]).args(FEATURES).args([&piece]).args(["-o"]).args([&text]).shown()?;
    let text = fs::read_to_string(&text).with_context(|| format!("could not read {}", text.display()))?;
    fs::write(&code, base_of(&text)).with_context(|| format!("could not write {}", code.display()))?;
    Run::new("node").args([binaryen("wasm-as")]).args(FEATURES).args([&code]).args(["-o"]).args([&base]).shown()?;
    Ok(base)
}

/// That module as text, from the imports of a piece.
fn base_of(piece: &str) -> String {
    let start = format!("(import \"{PIECES_IMPORT_FROM}\" ");
    let mut text = "(module\n".to_owned();
    for line in piece.lines().filter_map(|line| line.trim().strip_prefix(&start)) {
        // As `"memory" (memory $name 21))`.
        let Some((name, what)) = line.split_once(' ') else { continue };
        let mut words = what.trim_start_matches('(').split([' ', ')']);
        let (Some(kind), Some(id)) = (words.next(), words.next()) else { continue };
        text += &format!("(import \"{MERGED_IMPORT_FROM}\" {line}\n(export {name} ({kind} {id}))\n");
    }
    text + ")\n"
}

/// A program of Binaryen.
fn binaryen(name: &str) -> PathBuf {
    paths::root().join("xtask").join("node_modules").join("binaryen").join("bin").join(name)
}

/// Makes the script between a program and the browser.
pub fn bind(name: &str, built: &Path, folder: &Path) -> Result<()> {
    let program = format!("wasm-bindgen{}", std::env::consts::EXE_SUFFIX);
    let program =
        paths::on_path("wasm-bindgen").map_or_else(|| paths::cache().map(|cache| cache.join("bin").join(program)), Ok)?;
    let run =
        Run::new(program).args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", name, "--out-dir"]);
    run.args([folder, built]).shown().with_context(|| format!("could not make the script of {name}"))
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
pub fn optimize(file: &Path) -> Result<()> {
    let run = Run::new("node").args([binaryen("wasm-opt")]).args(FEATURES).args(["-Oz", "-o"]);
    run.args([file, file]).shown().with_context(|| format!("could not optimize {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(parts: &[(&str, &[&str])]) -> Needs {
        parts
            .iter()
            .map(|(part, pieces)| ((*part).to_owned(), pieces.iter().map(|piece| (*piece).to_owned()).collect()))
            .collect()
    }

    #[test]
    fn every_piece_is_in_one_file_and_every_part_gets_what_it_needs() {
        let needs = needs(&[
            ("first", &["chunk_1", "split_first"]),
            ("quick", &["chunk_1", "chunk_2", "split_quick"]),
            ("full", &["chunk_1", "chunk_3", "chunk_4", "split_full"]),
            ("learn", &["chunk_2", "chunk_3", "chunk_5", "split_learn"]),
            ("set_up", &["chunk_5", "split_set_up"]),
        ]);
        let plan = Plan::of(&needs, |piece| if piece == "chunk_4" { LARGE } else { 1 });
        let mut pieces: Vec<&String> = plan.files.values().flatten().collect();
        pieces.sort();
        assert_eq!(pieces.len(), 10);
        pieces.dedup();
        assert_eq!(pieces.len(), 10, "no piece is in two files");
        assert_eq!(plan.parts.get("first").map(Vec::as_slice), Some(&["first.wasm"].map(str::to_owned)[..]));
        assert_eq!(plan.parts.get("quick").map(Vec::as_slice), Some(&["first.wasm", "quick.wasm"].map(str::to_owned)[..]));
        assert_eq!(
            plan.parts.get("full").map(Vec::as_slice),
            Some(&["full.wasm", "shared-4.wasm", "shared-later.wasm"].map(str::to_owned)[..])
        );
        assert_eq!(
            plan.parts.get("learn").map(Vec::as_slice),
            Some(&["learn.wasm", "shared-later.wasm", "shared.wasm"].map(str::to_owned)[..])
        );
        assert_eq!(plan.parts.get("set_up").map(Vec::as_slice), Some(&["set_up.wasm", "shared.wasm"].map(str::to_owned)[..]));
        assert_eq!(plan.files.get("quick.wasm").map(Vec::as_slice), Some(&["chunk_2", "split_quick"].map(str::to_owned)[..]));
    }

    #[test]
    fn what_pieces_import_is_handed_on_under_its_name() {
        let piece = "(module\n (import \"__wasm_split\" \"memory\" (memory $m 21))\n (import \"__wasm_split\" \"sp\" (global $g (mut i32)))\n (func)\n)";
        let base = "(module\n(import \"first\" \"memory\" (memory $m 21))\n(export \"memory\" (memory $m))\n\
                    (import \"first\" \"sp\" (global $g (mut i32)))\n(export \"sp\" (global $g))\n)\n";
        assert_eq!(base_of(piece), base);
    }

    #[test]
    fn the_loader_names_every_file_once_and_every_part() {
        let needs = needs(&[("quick", &["split_quick"]), ("full", &["chunk_3", "split_full"])]);
        let written = "let a;\nconsole.error(e);\nfunction makeLoad(fetcher) {\n    return 1;\n}\nexport const old = 1;\n";
        let text = Plan::of(&needs, |_| 1).loader(written).unwrap_or_default();
        assert!(text.starts_with("let a;\nconsole.error(String(e));\nfunction makeLoad") && !text.contains("old"));
        for file in ["quick.wasm", "full.wasm", "shared-later.wasm"] {
            assert_eq!(text.matches(file).count(), 1, "{file}");
        }
        assert!(text.contains("__wasm_split_load_full = wrapAsyncCb(makeLoad(() => async () => ({}), [file0, file2]))"));
    }
}
