//! Makes the door to the words of the screen, `crate::ui::text`, from the folders in `src/ui/text`: one per language, `en` the first; and
//! the lists of models and profiles: those that the command line takes along, and whose ids say nothing about anybody.
//!
//! Each text of the first language becomes an item of the same name that gives the text of the language that is chosen; see
//! `src/ui/text/mod.rs`. A text that a language lacks does not compile: the item made here names it in each folder.

#![allow(clippy::panic, clippy::expect_used, reason = "this runs while building, and its message goes to whoever builds")]

use quote::ToTokens;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};
use syn::{FnArg, GenericParam, Item, ItemConst, ItemFn, Pat, ReturnType, Type, Visibility};

/// The language that says which texts there are.
const FIRST: &str = "en";

fn main() {
    let texts = Path::new("src/ui/text");
    println!("cargo::rerun-if-changed={}", texts.display());
    let mut languages: Vec<String> = entries(texts).into_iter().filter(|path| path.is_dir()).map(|path| stem(&path)).collect();
    languages.sort_by_key(|language| (language != FIRST, language.clone()));
    let mut door = words_type(&languages);
    for file in entries(&texts.join(FIRST)) {
        let name = stem(&file);
        if name != "mod" {
            area(&mut door, &name, &file, &languages);
        }
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to")).join("words.rs");
    fs::write(&out, door).unwrap_or_else(|why| panic!("{}: {why}", out.display()));
    for (name, list) in [("shipped.rs", shipped()), ("profiles.rs", profiles())] {
        let out = out.with_file_name(name);
        fs::write(&out, list).unwrap_or_else(|why| panic!("{}: {why}", out.display()));
    }
}

/// The models, profiles and cross-references that the command line takes along, each with its path in the project; no part of the app, which loads them.
fn shipped() -> String {
    let mut list = String::new();
    for folder in ["public/models", "profiles", "public/crossrefs"] {
        println!("cargo::rerun-if-changed={folder}");
        for path in entries(Path::new(folder)) {
            let path = path.display().to_string().replace('\\', "/");
            if path.ends_with(".json") && !path.ends_with(".glossary.json") {
                let taken = format!("include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{path}\"))");
                let _ = writeln!(list, "(\"{path}\", {taken}.as_slice()),");
            }
        }
    }
    format!("&[{list}]\n")
}

/// The ids of the profiles that the project brings along, which are the names of their files.
fn profiles() -> String {
    let stems = entries(Path::new("profiles")).into_iter().map(|path| stem(&path)).filter(|stem| stem != "index");
    let ids: Vec<String> = stems.map(|stem| format!("{stem:?}")).collect();
    format!("&[{}]\n", ids.join(", "))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let mut all: Vec<PathBuf> = all.filter_map(Result::ok).map(|entry| entry.path()).collect();
    all.sort();
    all
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// `pt_br` is `PtBr` in the list of languages.
fn variant(language: &str) -> String {
    let capital = |part: &str| part.get(..1).unwrap_or_default().to_uppercase() + part.get(1..).unwrap_or_default();
    language.split('_').map(capital).collect()
}

/// One value per language; `made` makes the arm's value of the made-up one from the first's.
fn by_language(languages: &[String], value: impl Fn(&str) -> String) -> String {
    let mut arms = String::new();
    for language in languages {
        let _ = write!(arms, "Language::{} => {}, ", variant(language), value(language));
    }
    let _ = write!(
        arms,
        "#[cfg(feature = \"made-up-language\")] Language::MadeUp => super::made_up::MadeUp::made_up({}), ",
        value(FIRST)
    );
    format!("match language() {{ {arms}}}")
}

fn words_type(languages: &[String]) -> String {
    let value = by_language(languages, |language| format!("self.{language}"));
    let fields: String = languages.iter().map(|language| format!("pub(super) {language}: &'static str, ")).collect();
    format!(
        "/// A text in every language.\n#[derive(Clone, Copy, PartialEq, Eq)]\npub struct Words {{ {fields}}}\n\n\
         impl Words {{\n/// The text in the language that is chosen.\n#[inline]\n#[must_use]\n\
         pub fn get(self) -> &'static str {{ {} }}\n}}\n",
        value.replace("super::made_up", "made_up")
    )
}

/// The texts of one file, in a module of their own because each file has names of its own for what it takes from elsewhere.
fn area(door: &mut String, name: &str, path: &Path, languages: &[String]) {
    let source = fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let file = syn::parse_file(&source).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    // What a whole file is only there for, as the command line.
    let only = file.attrs.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    let only: String = only.map(|attribute| format!("#[{}]\n", attribute.meta.to_token_stream())).collect();
    let mut items = String::new();
    let mut uses = String::from("use super::{Language, Words, language};\n");
    for item in file.items {
        match item {
            // What it takes from other texts of its language is not in what it gives.
            Item::Use(it) if it.tree.to_token_stream().to_string().starts_with("crate :: ui :: text") => {}
            Item::Use(it) => uses += &format!("{}\n", it.to_token_stream()),
            Item::Const(it) if is_public(&it.vis) => items += &constant(&it, name, languages),
            Item::Fn(it) if is_public(&it.vis) => items += &function(&it, name, languages),
            // Types are the same in every language.
            Item::Struct(it) if is_public(&it.vis) => items += &format!("pub use super::{FIRST}::{name}::{};\n", it.ident),
            Item::Enum(it) if is_public(&it.vis) => items += &format!("pub use super::{FIRST}::{name}::{};\n", it.ident),
            _ => {}
        }
    }
    if !items.is_empty() {
        let _ = write!(
            door,
            "{only}pub use {name}_words::*;\n{only}#[allow(unused_imports)]\nmod {name}_words {{\n{uses}{items}}}\n"
        );
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn constant(it: &ItemConst, area: &str, languages: &[String]) -> String {
    let name = &it.ident;
    let words = |at: &str| {
        let each = |language: &String| format!("{language}: super::{language}::{area}::{name}{at}, ");
        format!("Words {{ {}}}", languages.iter().map(each).collect::<String>())
    };
    match it.ty.to_token_stream().to_string().as_str() {
        "& str" => format!("pub const {name}: Words = {};\n", words("")),
        list if list.starts_with("[& str ;") => {
            let Type::Array(array) = &*it.ty else { panic!("{area}::{name} is no list") };
            let count: usize =
                array.len.to_token_stream().to_string().parse().expect("the length of a list of texts is a number");
            let all: Vec<String> = (0..count).map(|at| words(&format!("[{at}]"))).collect();
            format!("pub const {name}: [Words; {count}] = [{}];\n", all.join(", "))
        }
        other => panic!("{area}::{name}: {other} is neither a text nor a list of texts; a function may give anything"),
    }
}

fn function(it: &ItemFn, area: &str, languages: &[String]) -> String {
    let signature = &it.sig;
    let name = &signature.ident;
    let mut taken = Vec::new();
    let mut given = Vec::new();
    for (at, argument) in signature.inputs.iter().enumerate() {
        let FnArg::Typed(argument) = argument else { panic!("{area}::{name} takes a self") };
        let own = match &*argument.pat {
            Pat::Ident(own) => own.ident.to_string(),
            _ => format!("argument_{at}"),
        };
        taken.push(format!("{own}: {}", argument.ty.to_token_stream()));
        given.push(own);
    }
    if signature.generics.params.iter().any(|param| !matches!(param, GenericParam::Lifetime(_))) {
        panic!("{area}::{name}: use `impl Trait` for what may be of several types");
    }
    let generics = signature.generics.to_token_stream();
    let ReturnType::Type(_, gives) = &signature.output else { panic!("{area}::{name} says nothing") };
    let value = by_language(languages, |language| format!("super::{language}::{area}::{name}({})", given.join(", ")));
    let docs = it.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let docs: String = docs.map(|attribute| format!("{}\n", attribute.to_token_stream())).collect();
    format!("{docs}#[inline]\npub fn {name}{generics}({}) -> {} {{ {value} }}\n", taken.join(", "), gives.to_token_stream())
}
