//! Words of the screen are plain: measured as the grade of school in which one reads them with ease, by Flesch and Kincaid (Derivation of
//! new readability formulas, US Navy, 1975): 0.39 × words of a sentence + 11.8 × syllables of a word − 15.59.

use crate::screen_words::{files, texts_of, without_gaps};
use crate::support::{json, path, smm};
use serde_json::Value;

/// The highest grade at the median, of all words and of those of each page.
const MOST: f64 = 8.0;

/// The highest grade of statements at the median: who answers them knows the trade.
const MOST_OF_STATEMENTS: f64 = 10.0;

/// What has fewer words is a label, of which the formula says nothing.
const SENTENCE: usize = 4;

/// The syllables of an English word: groups of vowels, less the endings that are not spoken.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let groups = word.split(|letter| !"aeiouy".contains(letter)).filter(|group| !group.is_empty()).count();
    let is_silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded")
        || word.ends_with("es")
            && !["ses", "zes", "ces", "ges", "xes", "ches", "shes"].iter().any(|ending| word.ends_with(ending));
    groups.saturating_sub(usize::from(is_silent && groups > 1)).max(1)
}

/// The grade of a sentence; nothing where it is none.
#[allow(clippy::cast_precision_loss, reason = "words of a sentence are few")]
fn grade(sentence: &str) -> Option<f64> {
    let words: Vec<&str> = sentence
        .split(|sign: char| !sign.is_alphabetic() && sign != '’' && sign != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    (words.len() >= SENTENCE).then(|| 0.39 * count + 11.8 * spoken as f64 / count - 15.59)
}

/// The grades of all sentences of a file of texts.
fn grades(code: &str) -> Vec<(f64, String)> {
    let texts = texts_of(code).into_iter().map(|text| without_gaps(&text));
    let sentences = texts.flat_map(|text| text.split_inclusive(['.', '!', '?', ':', ';']).map(str::to_owned).collect::<Vec<_>>());
    let mut found: Vec<(f64, String)> = sentences.filter_map(|sentence| Some((grade(&sentence)?, sentence))).collect();
    found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    found
}

fn median(grades: &[(f64, String)]) -> f64 {
    grades.get(grades.len() / 2).map_or(0.0, |(grade, _)| *grade)
}

#[test]
fn the_words_of_the_screen_are_read_with_ease_on_every_page() {
    let mut all = Vec::new();
    for (file, code) in files(path("src/ui/text/en"), "rs") {
        let found = grades(&code);
        let hardest: Vec<&String> = found.iter().rev().take(3).map(|(_, sentence)| sentence).collect();
        assert!(median(&found) <= MOST, "{file}: grade {:.1} at the median; the hardest: {hardest:#?}", median(&found));
        all.extend(found);
    }
    all.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    assert!(all.len() > 900, "{} sentences are read", all.len());
    let grade = median(&all);
    println!("grade {grade:.1} at the median of {} sentences", all.len());
    assert!(grade <= MOST, "grade {grade:.1}");
}

#[test]
fn statements_are_read_with_ease() {
    let model = smm();
    let guides = model.practices().into_iter().flat_map(|practice| &practice.levels);
    let texts: Vec<&str> = guides.flat_map(|guide| &guide.indicators).map(|it| it.text.get("en")).collect();
    let mut found: Vec<(f64, String)> = texts.iter().filter_map(|text| Some((grade(text)?, (*text).to_owned()))).collect();
    found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    assert_eq!(found.len(), texts.len(), "each is a sentence");
    let (median, hardest) = (median(&found), found.last());
    println!("grade {median:.1} at the median of {} statements; the hardest: {hardest:?}", found.len());
    assert!(median <= MOST_OF_STATEMENTS, "grade {median:.1}");
}

#[test]
fn grades_are_those_of_the_formula() {
    // Six words of one syllable each.
    let easy = grade("The cat sat on the mat.").unwrap_or_default();
    assert!((easy - (0.39 * 6.0 + 11.8 - 15.59)).abs() < 1e-9, "{easy}");
    let hard = grade("Organizational responsibilities necessitate comprehensive documentation.").unwrap_or_default();
    assert!(hard > 20.0, "{hard}");
    assert!(grade("Not met").is_none());
    for (word, count) in
        [("security", 4), ("level", 2), ("changed", 1), ("wanted", 2), ("table", 2), ("the", 1), ("changes", 2), ("made", 1)]
    {
        assert_eq!(syllables(word), count, "{word}");
    }
}

/// The highest grade of hints and of the reasons of interviews at the median: a manager of a plant reads them, not who answers.
const MOST_OF_ADVICE: f64 = 6.0;

/// The highest grade of a single one of their sentences; a word such as “somebody” counts four syllables in a short one.
const MOST_OF_A_SENTENCE: f64 = 10.5;

/// A sentence with more words says more than one thing.
const LONGEST: usize = 24;

/// Everyday words that only the formula takes for hard.
const EVERYDAY: &[&str] = &["anybody", "authority", "everybody", "operation", "somebody"];

/// The texts in English that stand under these keys anywhere in a file.
fn texts_under(node: &Value, keys: &[&str], found: &mut Vec<String>) {
    match node {
        Value::Object(members) => {
            for (key, value) in members {
                let text = value.get("en").and_then(Value::as_str).filter(|_| keys.contains(&key.as_str()));
                match text {
                    Some(text) => found.push(text.to_owned()),
                    None => texts_under(value, keys, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts_under(item, keys, found)),
        _ => {}
    }
}

/// What a model's glossary explains, in one text.
fn explained(model: &str) -> String {
    let glossary = json(&format!("public/models/{model}.glossary.json"));
    let terms = glossary.get("terms").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut names = Vec::new();
    for term in &terms {
        texts_under(term, &["name"], &mut names);
        let aliases = term.pointer("/aliases/en").and_then(Value::as_array).cloned().unwrap_or_default();
        names.extend(aliases.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    names.join(" ").to_lowercase()
}

#[test]
fn hints_and_reasons_say_one_thing_a_sentence_in_words_for_a_manager_of_a_plant() {
    for model in ["iot-smm", "trustworthiness", "software-trustworthiness"] {
        let mut texts = Vec::new();
        for kind in ["coherence", "interview"] {
            texts_under(&json(&format!("public/models/{model}.{kind}.json")), &["reason", "all_top"], &mut texts);
        }
        let split = |text: &String| text.split_inclusive(['.', '!', '?', ':', ';']).map(str::to_owned).collect::<Vec<_>>();
        let sentences: Vec<String> = texts.iter().flat_map(split).collect();
        let mut found: Vec<(f64, String)> = sentences.iter().filter_map(|it| Some((grade(it)?, it.clone()))).collect();
        found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        assert!(found.len() > 100, "{model}: {} sentences", found.len());
        assert!(median(&found) <= MOST_OF_ADVICE, "{model}: grade {:.1}", median(&found));
        let hardest: Vec<_> = found.iter().filter(|(grade, _)| *grade > MOST_OF_A_SENTENCE).collect();
        assert!(hardest.is_empty(), "{model}: {hardest:#?}");
        let glossary = explained(model);
        for sentence in &sentences {
            assert!(sentence.split_whitespace().count() <= LONGEST, "{model}: {sentence}");
            let words = sentence.split(|sign: char| !sign.is_alphabetic() && sign != '\'').filter(|word| !word.is_empty());
            let unknown = |word: &String| syllables(word) >= 4 && !EVERYDAY.contains(&word.as_str()) && !glossary.contains(word);
            let unknown: Vec<String> = words.map(str::to_lowercase).filter(unknown).collect();
            assert_eq!(unknown, [""; 0], "{model}: not in the glossary: {sentence}");
        }
    }
}

/// The highest grade of a profile's reasons for its targets at the median.
const MOST_OF_REASONS: f64 = 8.0;

#[test]
fn reasons_of_the_targets_of_profiles_are_read_with_ease_each_and_every_sentence() {
    let mut profiles = 0;
    for (file, text) in files(path("profiles"), "json") {
        let profile: Value = serde_json::from_str(&text).unwrap_or_default();
        let Some(targets) = profile.get("targets") else { continue };
        let mut reasons = Vec::new();
        texts_under(targets, &["reason"], &mut reasons);
        let split = |text: &String| text.split_inclusive(['.', '!', '?', ':', ';']).map(str::to_owned).collect::<Vec<_>>();
        let mut found: Vec<(f64, String)> =
            reasons.iter().flat_map(split).filter_map(|sentence| Some((grade(&sentence)?, sentence))).collect();
        found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        assert!(found.len() > 30, "{file}: {} sentences", found.len());
        assert!(median(&found) <= MOST_OF_REASONS, "{file}: grade {:.1}", median(&found));
        let hardest: Vec<_> = found.iter().filter(|(grade, _)| *grade > MOST_OF_A_SENTENCE).collect();
        assert!(hardest.is_empty(), "{file}: {hardest:#?}");
        profiles += 1;
    }
    assert!(profiles > 10, "{profiles}");
}
