//! What the answers of a sheet are called, and which answer words in it mean.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::model::{AnswerId, AnswerScale, Indicator, Text};
use crate::session::{Answer, Compensated, NotApplicable};

/// The answers that can be chosen, in their order: those of the model where it has its own.
#[must_use]
pub fn answers_to_choose(scale: &AnswerScale) -> Vec<Answer> {
    let (nowhere, otherwise) = (NotApplicable::because(""), Compensated::because(""));
    let usual = [Answer::Met, Answer::Partly, Answer::NotMet].into_iter().filter(|_| scale.is_usual());
    let own = scale.own.iter().map(|own| Answer::Own(own.id.clone()));
    let otherwise = scale.compensated.then_some(Answer::Compensated(otherwise));
    let nowhere = scale.not_applicable.then_some(Answer::NotApplicable(nowhere));
    usual.chain(own).chain(otherwise).chain(nowhere).chain([Answer::DontKnow]).collect()
}

/// The answers that can be chosen, each with what it is called in the list of a sheet: those of a model in its words. `word` is what any
/// other one is called. No two are called the same, and all of them together fit into what a spreadsheet offers as a list.
#[must_use]
pub fn answers_in_list(scale: &AnswerScale, word: fn(&Answer) -> String, language: &str) -> Vec<(Answer, String)> {
    // As many letters as spreadsheets take, and so many of them for the words of answers that are there in every list.
    const LONGEST: usize = 255;
    const OTHERS: usize = 75;
    let all = answers_to_choose(scale);
    let plain = |answer: &Answer| match answer {
        // A comma would end the answer there.
        Answer::Own(id) => scale.text(id, None).map(|text| text.get(language).replace(',', ";").replace('"', "'")),
        _ => None,
    };
    let words: Vec<String> = all.iter().map(|answer| plain(answer).unwrap_or_else(|| word(answer))).collect();
    let is_twice = |one: &str| words.iter().filter(|other| folded(other) == folded(one)).count() > 1;
    let called = |(answer, words): (&Answer, &String)| match answer {
        Answer::Own(id) if is_twice(words) => format!("{words} ({id})"),
        _ => words.clone(),
    };
    let named: Vec<String> = all.iter().zip(&words).map(called).collect();
    let units: usize = named.iter().map(|words| words.encode_utf16().count() + 1).sum();
    if units <= LONGEST {
        return all.into_iter().zip(named).collect();
    }
    // Cut, a number tells them apart.
    let room = (LONGEST - OTHERS).checked_div(scale.own.len()).unwrap_or_default().saturating_sub(5) / 2;
    let short = |(answer, words): (Answer, String)| match &answer {
        Answer::Own(id) => {
            let number = scale.own(id).map_or(0, |(place, _)| place + 1);
            let words = format!("{number}: {}…", words.chars().take(room).collect::<String>().trim_end());
            (answer, words)
        }
        _ => (answer, words),
    };
    all.into_iter().zip(words).map(short).collect()
}

/// The answer of a model's own that words of a sheet mean: as it is called in the list, in whichever language the sheet went out; by its id;
/// or as it is called in the model or at the statement, where no other one is called so.
pub(super) fn own_said(words: &str, scale: &AnswerScale, to: Option<&Indicator>, word: fn(&Answer) -> String) -> Option<Answer> {
    let is_it = |called: &str| folded(called.trim()) == folded(words.trim());
    let tags: BTreeSet<&str> = scale.own.iter().flat_map(|own| own.text.tags()).collect();
    let in_list = |tag: &str| answers_in_list(scale, word, tag).into_iter().find(|(_, called)| is_it(called));
    if let Some((answer, _)) = tags.into_iter().find_map(in_list) {
        return matches!(answer, Answer::Own(_)).then_some(answer);
    }
    if let Some(own) = scale.own.iter().find(|own| is_it(own.id.as_str())) {
        return Some(Answer::Own(own.id.clone()));
    }
    let in_any = |text: &Text| text.tags().any(|tag| is_it(text.get(tag)));
    let only = |to: Option<&Indicator>| {
        let mut called = scale.own.iter().filter(|own| scale.text(&own.id, to).is_some_and(in_any));
        called.next().filter(|_| called.next().is_none()).map(|own| Answer::Own(own.id.clone()))
    };
    only(None).or_else(|| only(to))
}

/// Words of an answer as they are compared: many keyboards have only the straight apostrophe.
pub(super) fn folded(words: &str) -> String {
    words.to_lowercase().replace(['’', '‘', 'ʼ', '`', '´'], "'")
}

/// A value of a file with what its model calls its own answers in place of their ids.
#[must_use]
pub fn with_answers_of(value: &Value, scale: &AnswerScale, tag: &str) -> Value {
    match value {
        Value::Object(members) => {
            let own = |id: &Value| scale.text(&AnswerId::try_from(id.as_str()?).ok()?, None).map(|text| text.get(tag).to_owned());
            let one = |(name, value): (&String, &Value)| match own(value).filter(|_| name == "own") {
                Some(words) => ("text".to_owned(), Value::String(words)),
                None => (name.clone(), with_answers_of(value, scale, tag)),
            };
            Value::Object(members.iter().map(one).collect())
        }
        Value::Array(all) => Value::Array(all.iter().map(|value| with_answers_of(value, scale, tag)).collect()),
        other => other.clone(),
    }
}
