//! Gives what the first part asks of its script short names. Those that wasm-bindgen makes end in a hash each, which nothing compresses,
//! and stand in both files.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{Import, Imports, Parser};

/// How many characters a hash has.
const HASH: usize = 16;

/// Shortens the names in both files.
pub fn shorten(code: &Path, script: &Path) -> Result<()> {
    let whole = fs::read(code).with_context(|| format!("could not read {}", code.display()))?;
    let mut text = fs::read_to_string(script).with_context(|| format!("could not read {}", script.display()))?;
    let mut short = Shortened::default();
    let mut module = Module::new();
    short.parse_core_module(&mut module, Parser::new(0), &whole).with_context(|| format!("{} is no code", code.display()))?;
    for (name, short) in &short.names {
        text = text.replace(name, short);
    }
    fs::write(code, module.finish()).with_context(|| format!("could not write {}", code.display()))?;
    fs::write(script, text).with_context(|| format!("could not write {}", script.display()))
}

/// The short name of each that was shortened.
#[derive(Default)]
struct Shortened {
    names: BTreeMap<String, String>,
}

impl Shortened {
    /// The short name, where one ends in a hash; others may stand for something else in the script.
    fn short(&mut self, name: &str) -> String {
        let hash = name.rsplit_once('_').map(|(_, hash)| hash);
        if !hash.is_some_and(|hash| hash.len() == HASH && hash.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            return name.to_owned();
        }
        let next = format!("i{}", self.names.len());
        self.names.entry(name.to_owned()).or_insert(next).clone()
    }
}

impl Reencode for Shortened {
    type Error = Infallible;

    fn parse_imports(&mut self, section: &mut ImportSection, imports: Imports<'_>) -> Result<(), Error<Infallible>> {
        match imports {
            Imports::Single(at, import) => {
                let name = self.short(import.name);
                utils::parse_imports(self, section, Imports::Single(at, Import { name: &name, ..import }))
            }
            several => utils::parse_imports(self, section, several),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_shortened_each_to_its_own() {
        let mut short = Shortened::default();
        assert_eq!(short.short("__wbg_warn_228ff2257384d295"), "i0");
        assert_eq!(short.short("__wbg_view_3b708d3bdaf3fc96"), "i1");
        assert_eq!(short.short("__wbg_warn_228ff2257384d295"), "i0");
        assert_eq!(short.short("__wbindgen_init_externref_table"), "__wbindgen_init_externref_table");
    }
}
