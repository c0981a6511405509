//! The core speaks in values: sentences that people read stand with the words of the screen, where another language can be put beside
//! them.

use crate::purity::sources;

/// The rooms of the core.
const ROOMS: [&str; 5] = ["model/", "session/", "analysis/", "exchange/", "store/"];

/// Files that may have strings of several words, which none of them are for people to read.
const ALLOWED: [(&str, &str); 7] = [
    ("model/schema.rs", "descriptions in the schema, for editors of files"),
    ("session/schema.rs", "descriptions in the schema, for editors of files"),
    ("analysis/cohort/schema.rs", "descriptions in the schema, for editors of files"),
    ("exchange/encrypted/armor.rs", "the lines that the format age begins and ends with"),
    ("exchange/document_html.rs", "markup and rules of style"),
    ("exchange/plan/tools.rs", "the names of columns, as the tools have them that import these"),
    ("exchange/picture_file.rs", "markup, and the names of letters"),
];

/// A source without its tests, comments and attributes.
fn said(source: &str) -> String {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut kept = String::new();
    let mut in_attribute = false;
    for line in source.lines() {
        let line = line.trim();
        in_attribute |= line.starts_with("#[") || line.starts_with("#![");
        if !in_attribute && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_attribute &= !line.ends_with(']');
    }
    kept
}

/// The string literals of a source, as they are written.
fn strings(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            // A character: its own quotes are no string's.
            '\'' if rest.peek() == Some(&'"') => {
                rest.next();
            }
            '/' if rest.peek() == Some(&'/') => while rest.next().is_some_and(|it| it != '\n') {},
            '"' => {
                let mut string = String::new();
                while let Some(inner) = rest.next().filter(|it| *it != '"') {
                    string.push(inner);
                    if inner == '\\' {
                        string.extend(rest.next());
                    }
                }
                found.push(string);
            }
            _ => {}
        }
    }
    found
}

/// Whether a string has two words or more, one after the other: what is put in between braces is none.
fn is_sentence(string: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for character in string.replace("{{", "").replace("}}", "").chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    let is_word = |word: &&str| {
        let letters = word.trim_matches(|sign: char| !sign.is_alphabetic());
        letters.len() > 1 && letters.chars().all(char::is_alphabetic)
    };
    plain.split_whitespace().filter(is_word).count() > 1
}

#[test]
fn the_core_has_no_sentences() {
    let of_core = |file: &str| ROOMS.iter().any(|room| file.starts_with(room));
    let mut used = Vec::new();
    let mut found = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| of_core(file)) {
        let sentences: Vec<String> = strings(&said(&text)).into_iter().filter(|it| is_sentence(it)).collect();
        match ALLOWED.iter().find(|(allowed, _)| *allowed == file) {
            Some((allowed, _)) if !sentences.is_empty() => used.push(*allowed),
            _ => found.extend(sentences.into_iter().map(|sentence| format!("{file}: {sentence}"))),
        }
    }
    assert!(found.is_empty(), "words for people belong into src/ui/text:\n{}", found.join("\n"));
    let idle: Vec<_> = ALLOWED.iter().filter(|(file, _)| !used.contains(file)).collect();
    assert!(idle.is_empty(), "not needed any more: {idle:?}");
}

#[test]
fn a_sentence_is_told_from_a_key() {
    let source = "/// \"A comment\" of words.\n#[allow(dead_code, reason = \"an attribute\")]\nlet a = [\"the file\", \"a-key\", '\"'];\n\
        call(\"{path}: {what} {}\"); // \"and a remark\"\n\"is \\\"no\\\" list\"\n#[cfg(test)]\nmod tests { \"in a test\" }";
    let found = strings(&said(source));
    assert_eq!(found, ["the file", "a-key", "{path}: {what} {}", "is \\\"no\\\" list"]);
    assert_eq!(found.iter().map(|it| is_sentence(it)).collect::<Vec<_>>(), [true, false, false, true]);
}
