//! All words that people read stand in `src/ui/text`, one folder per language: nowhere else in the screen is there a text.

use std::collections::BTreeSet;
use std::path::PathBuf;

use proc_macro2::{TokenStream, TokenTree};

use crate::support::path;

/// What looks like words for people and is none.
const NO_WORDS: [(&str, &str); 11] = [
    ("Slash", "what browsers call the key"),
    ("system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif", "names of fonts"),
    ("Files", "what browsers call dragged files"),
    ("Home", "what browsers call the key"),
    ("End", "what browsers call the key"),
    ("Escape", "what browsers call the key"),
    ("Tab", "what browsers call the key"),
    ("Enter", "what browsers call the key"),
    ("Delete", "what browsers call the key"),
    ("a UUID is an id", "why something can't happen"),
    ("noopener noreferrer", "how a link is opened"),
];

pub fn files(folder: PathBuf, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|is| is == ending) {
                found.push((path.to_string_lossy().replace('\\', "/"), std::fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    assert!(!found.is_empty(), "there are files that end with {ending}");
    found
}

/// The strings in some code; not those of attributes, as the comments before an item are.
fn strings(code: TokenStream, found: &mut Vec<String>) {
    let mut tokens = code.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                tokens.next_if(|next| matches!(next, TokenTree::Punct(sign) if sign.as_char() == '!'));
                if matches!(tokens.peek(), Some(TokenTree::Group(_))) {
                    tokens.next();
                }
            }
            TokenTree::Group(group) => strings(group.stream(), found),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let inside = text.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"'));
                found.extend(inside.map(|(text, _)| text.to_owned()));
            }
            _ => {}
        }
    }
}

/// The texts in some code, as they are read: without its tests, and without breaks of lines that are the code's alone.
pub fn texts_of(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut found = Vec::new();
    strings(code.parse().unwrap_or_default(), &mut found);
    let joined = |text: String| text.split("\\\n").map(str::trim_start).collect::<String>();
    found.into_iter().map(joined).collect()
}

/// A text without what is filled in.
pub fn without_gaps(text: &str) -> String {
    let mut rest = text;
    let mut left = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        left.push_str(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    left + rest
}

fn is_sentence_word(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.len() > 1 && letters.all(char::is_lowercase)
}

/// Whether people may read it: a word with a capital, or several words that are no class names.
fn reads_as_words(text: &str, classes: &BTreeSet<&str>) -> bool {
    if text.contains('[') || text.starts_with('<') {
        // A selector, or a mark of a picture.
        return false;
    }
    let text = without_gaps(text);
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric())).collect();
    let plain =
        |word: &&&str| word.len() > 1 && word.chars().all(|letter| letter.is_lowercase() || letter == '\'' || letter == '’');
    let several = words.iter().filter(plain).count() > 1;
    words.iter().any(|word| is_sentence_word(word)) || (several && !words.iter().any(|word| classes.contains(word)))
}

fn classes(styles: &[(String, String)]) -> BTreeSet<&str> {
    let is_in_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    let names = styles.iter().flat_map(|(_, text)| text.split('.').skip(1));
    names.map(|rest| rest.split(|sign| !is_in_name(sign)).next().unwrap_or_default()).filter(|name| !name.is_empty()).collect()
}

#[test]
fn no_words_for_people_stand_outside_of_the_texts() {
    let styles = files(path("public/styles"), "css");
    let classes = classes(&styles);
    let mut found = Vec::new();
    for (file, code) in files(path("src/ui"), "rs") {
        if file.contains("/src/ui/text/") {
            continue;
        }
        let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let mut texts = Vec::new();
        let code = code.parse::<TokenStream>();
        assert!(code.is_ok(), "{file} is Rust");
        strings(code.unwrap_or_default(), &mut texts);
        for text in texts {
            if reads_as_words(&text, &classes) && !NO_WORDS.iter().any(|(known, _)| *known == text) {
                found.push(format!("{file}: “{text}”"));
            }
        }
    }
    assert!(found.is_empty(), "these belong into src/ui/text:\n{}", found.join("\n"));
}

#[test]
fn words_are_told_from_class_names_and_keys() {
    let classes = BTreeSet::from(["button", "plain"]);
    for words in ["Back", "{count} practices in {place} here", "not met", "Level {level}"] {
        assert!(reads_as_words(words, &classes), "{words}");
    }
    for no_words in ["button plain", "not_met", "level-{level}", "/s/{slot}/targets", "ArrowLeft", "{a} · {b}", ""] {
        assert!(!reads_as_words(no_words, &classes), "{no_words}");
    }
}

#[test]
fn styles_have_no_words() {
    for (file, text) in files(path("public/styles"), "css") {
        let said = text.split("content:").skip(1).filter_map(|rest| rest.split(';').next());
        for content in said {
            let quoted: String = content.split('"').skip(1).step_by(2).collect();
            assert!(!quoted.chars().any(char::is_alphabetic), "{file}: {content}");
        }
    }
}
