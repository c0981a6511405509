//! The rooms of the crate keep to themselves: who knows whom, and who may touch the browser, stays as the design says.

use std::path::{Path, PathBuf};

use crate::support::path;

/// The rooms that know nothing of the browser, each with the rooms it may use.
const PURE: [(&str, &[&str]); 5] = [
    ("model", &[]),
    ("session", &["model"]),
    ("analysis", &["model", "session"]),
    ("exchange", &["model", "session", "analysis"]),
    // It gets plain values: nothing of what is assessed goes into the program that is made of it.
    ("office", &["exchange"]),
];

/// All rooms that may not use `ui`, with what they may use.
const ROOMS: [(&str, &[&str]); 6] =
    [PURE[0], PURE[1], PURE[2], PURE[3], PURE[4], ("store", &["model", "session", "analysis", "exchange"])];

/// Every Rust file below `src`, by its path from there, with its text.
pub fn sources() -> Vec<(String, String)> {
    let root = path("src");
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                let name = path.strip_prefix(&root).unwrap_or(&path);
                found.push((name.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 30, "the sources are found");
    found
}

fn of_room(room: &str) -> Vec<(String, String)> {
    let start = format!("{room}/");
    let files: Vec<_> = sources().into_iter().filter(|(file, _)| file.starts_with(&start)).collect();
    assert!(!files.is_empty(), "there is a room {room}");
    files
}

/// Whether a text has a word, which does not go on before or after it.
fn has_word(text: &str, word: &str) -> bool {
    let part_of_a_word = |character: char| character.is_alphanumeric() || character == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(part_of_a_word) && !after.is_some_and(part_of_a_word)
    })
}

/// What follows `crate::` and `super::super::`, wherever it stands: the rooms that a file names.
fn rooms_named(text: &str) -> Vec<&str> {
    let starts = ["crate::", "super::super::"];
    let after = starts.iter().flat_map(|start| text.split(start).skip(1));
    after.map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '{')).next().unwrap_or_default()).collect()
}

#[test]
fn the_core_knows_neither_the_browser_nor_a_clock_nor_chance() {
    let foreign = ["web_sys", "js_sys", "gloo", "gloo_storage", "wasm_bindgen", "leptos", "SystemTime", "Instant", "rand"];
    for (room, _) in PURE {
        for (file, text) in of_room(room) {
            for word in foreign {
                assert!(!has_word(&text, word), "{file} mentions {word}");
            }
            assert!(!text.contains("now()"), "{file} asks for the time; time enters as an argument");
        }
    }
}

#[test]
fn only_the_store_and_the_screen_have_doors_to_the_browser() {
    for (file, text) in sources() {
        let is_door = file == "store/local.rs" || file.starts_with("ui/");
        assert!(is_door || !has_word(&text, "web_sys"), "{file} uses web_sys");
    }
}

#[test]
fn the_core_and_its_tests_compile_without_what_is_shown() {
    let manifest = std::fs::read_to_string(path("Cargo.toml")).unwrap_or_default();
    let feature = manifest.split_once("\nui = [").and_then(|(_, rest)| rest.split(']').next()).unwrap_or_default();
    let crates: Vec<String> =
        feature.split('"').filter_map(|name| name.strip_prefix("dep:")).map(|name| name.replace('-', "_")).collect();
    assert!(crates.len() > 5, "the crates of the feature are found");
    for (file, text) in sources() {
        let is_shown = file == "main.rs" || file.starts_with("bin/") || file == "store/local.rs" || file.starts_with("ui/");
        // A member of a form of others is no crate, whatever it is called.
        let text = if file.starts_with("exchange/trade/") { text.replace("uuid\"", "\"") } else { text };
        for name in &crates {
            assert!(is_shown || !has_word(&text, name), "{file} uses {name}, which only the feature `ui` has");
        }
    }
    let main = std::fs::read_to_string(path("tests/it/main.rs")).unwrap_or_default();
    let shown = ["plumbline", "::ui"].concat();
    for entry in std::fs::read_dir(path("tests/it")).into_iter().flatten().flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        let module = entry.path().file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let is_marked = main.contains(&format!("#[cfg(feature = \"ui\")]\nmod {module};"));
        assert!(is_marked || !text.contains(&shown), "{module} uses what is shown: mark it in tests/it/main.rs");
    }
}

#[test]
fn arrows_between_rooms_go_one_way() {
    let rooms = ["model", "session", "analysis", "exchange", "office", "store", "ui", "command_line"];
    for (room, may_use) in ROOMS {
        for (file, text) in of_room(room) {
            for named in rooms_named(&text) {
                assert!(!named.starts_with('{'), "{file}: one `use` per room, so that arrows can be seen");
                let other = rooms.contains(&named) && named != room;
                assert!(!other || may_use.contains(&named), "{file} uses {named}");
            }
        }
    }
}

/// The rooms of the screen, each with those that it may use. `shell` and `pages` know each other: the shell loads the code of pages,
/// and a page can show "nothing here" and go on with what the first screen began. That circle is meant; see ARCHITECTURE.md.
const SCREEN: [(&str, &[&str]); 8] = [
    ("routes.rs", &[]),
    ("text/", &["routes"]),
    ("browser/", &["text"]),
    ("charts/", &["text", "browser"]),
    ("state/", &["text", "browser", "routes"]),
    ("components/", &["text", "browser", "routes", "charts", "state"]),
    ("pages/", &["text", "browser", "routes", "charts", "state", "components", "shell"]),
    ("shell/", &["text", "browser", "routes", "charts", "state", "components", "pages"]),
];

/// What stands between `start` and the next sign that is no part of a name, wherever it stands.
fn names_after<'a>(text: &'a str, start: &str) -> Vec<&'a str> {
    let after = text.split(start).skip(1);
    after.map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '{')).next().unwrap_or_default()).collect()
}

#[test]
fn arrows_between_the_rooms_of_the_screen_go_one_way() {
    for (file, text) in of_room("ui") {
        let within = file.strip_prefix("ui/").unwrap_or(&file);
        let room = SCREEN.iter().find(|(room, _)| within.starts_with(room));
        assert!(room.is_some() || within == "mod.rs", "{file} is in no room of the screen");
        let Some((room, may_use)) = room else { continue };
        let own = room.trim_end_matches(['/']).trim_end_matches(".rs");
        for named in names_after(&text, "crate::ui::") {
            assert!(named == own || may_use.contains(&named), "{file} uses {named}");
        }
        assert!(!text.contains("super::super::"), "{file}: a path from the crate says where it leads");
    }
}

#[test]
fn the_command_line_takes_from_the_screen_its_words_alone() {
    for (file, text) in of_room("command_line") {
        assert!(names_after(&text, "crate::ui::").into_iter().all(|named| named == "text"), "{file} uses more of the screen");
        assert!(!text.contains("crate::store"), "{file} uses what a browser keeps");
        assert!(!has_word(&text, "SystemTime") && !text.contains("now()"), "{file} asks for the time; src/main.rs does");
    }
}

#[test]
fn pages_of_one_step_use_nothing_of_another() {
    for (file, text) in of_room("ui/pages") {
        let Some((step, _)) = file.trim_start_matches("ui/pages/").split_once('/') else { continue };
        for named in names_after(&text, "crate::ui::pages::") {
            assert!(
                named == step || ["practice", "import", "Page"].contains(&named),
                "{file} uses {named}; what two steps need is in practice, import or components"
            );
        }
    }
}

#[test]
fn views_are_short_and_the_core_is_in_small_files() {
    let (screen, core): (Vec<_>, Vec<_>) = sources().into_iter().partition(|(file, _)| file.starts_with("ui/"));
    for (file, text) in screen.iter().filter(|(file, _)| file.starts_with("ui/pages/") || file.starts_with("ui/components/")) {
        let lines = text.lines().count();
        assert!(lines <= 150, "{file} has {lines} lines; a view has 150 at the most");
    }
    let mut lengths: Vec<_> = core.iter().map(|(_, text)| text.lines().count()).collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
    assert!(median <= 170, "half of the files of the core have more than {median} lines; 170 at the most");
}

#[test]
fn only_the_assessment_asks_which_round_is_the_latest() {
    for (file, text) in of_room("analysis") {
        let asks = [".round()", "Session::round", "Said::of("].iter().find(|asked| text.contains(**asked));
        let asks = asks.filter(|_| file != "analysis/assessment.rs");
        assert_eq!(asks, None, "{file}: a rule takes the assessment, so that it can look at any round");
    }
}

#[test]
fn no_file_is_longer_than_one_can_take_in() {
    for (file, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 400, "{file} has {lines} lines");
    }
}

#[test]
fn there_is_one_field_for_dates() {
    let with_one = sources().into_iter().filter(|(_, text)| text.contains("type=\"date\"")).map(|(name, _)| name);
    assert_eq!(with_one.collect::<Vec<_>>(), ["ui/components/date_field.rs"], "it alone knows what half a date is");
}

#[test]
fn nothing_is_put_into_the_page_as_raw_html() {
    for (file, text) in sources() {
        for way in ["inner_html", "set_outer_html", "insert_adjacent_html", "innerHTML"] {
            assert!(!text.contains(way), "{file} uses {way}");
        }
    }
}

#[test]
fn rooms_are_named_after_what_they_are_about() {
    for (file, _) in sources() {
        for name in Path::new(&file).with_extension("").components() {
            let name = name.as_os_str().to_string_lossy();
            assert!(!["utils", "util", "helpers", "helper", "common", "misc"].contains(&name.as_ref()), "{file}");
        }
    }
}

/// Whether a text has a piece of code that begins there and not in the middle of another name.
fn has_code(text: &str, code: &str) -> bool {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    let begins = code.starts_with(is_name);
    let before = |at: usize| text.get(..at).and_then(|text| text.chars().next_back());
    text.match_indices(code).any(|(at, _)| !begins || !before(at).is_some_and(is_name))
}

#[test]
fn pages_show_what_is_and_call_what_decides() {
    // What people said is made in the core: there its members that are not known yet are minded, and what else follows from a click
    // is decided and tested. Merging and taking back are the store's.
    let core =
        ["unknown:", "Change::Together", "Session::new(", "Target::new(", "Evidence::new(", ".apply(", "merge(", "taken_back("];
    let pages = of_room("ui").into_iter().filter(|(file, _)| file.starts_with("ui/pages/") || file.starts_with("ui/components/"));
    let pages: Vec<_> = pages.collect();
    assert!(pages.len() > 50, "the pages are found");
    for (file, text) in pages {
        for code in core {
            assert!(!has_code(&text, code), "{file} has `{code}`: that belongs to the core (src/session/commands, src/store)");
        }
    }
}

#[test]
fn what_pages_take_from_the_texts_are_texts() {
    // Another language stands in for each of them; what is decided and counted is decided once, and not per language.
    let texts: Vec<_> = of_room("ui").into_iter().filter(|(file, _)| file.starts_with("ui/text/en/")).collect();
    assert!(texts.len() > 20, "the texts are found");
    for (file, text) in texts {
        for line in text.lines().map(str::trim_start).filter(|line| line.starts_with("pub fn ")) {
            let returned = line.split_once("-> ").map_or("", |(_, returned)| returned.trim_end_matches([' ', '{']));
            let is_number = ["bool", "usize", "u8", "u16", "u32", "u64", "i16", "i32", "i64", "f64"].contains(&returned);
            assert!(!is_number, "{file}: `{line}` returns no text");
        }
    }
}

#[test]
fn what_arrows_are_is_read_from_the_text() {
    let text = "use crate::model::Level;\nuse super::super::store;\ncrate::{ui, model}\nmy_crate";
    assert_eq!(rooms_named(text), ["model", "{ui", "store"]);
    assert!(has_word("use rand::Rng;", "rand") && !has_word("a grand operand", "rand"));
    assert!(has_code("let it = merge(a, b)", "merge(") && !has_code("emerge(a); // to merge (a)", "merge("));
}
