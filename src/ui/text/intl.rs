//! How dates, numbers, lists and plurals are written in the language of the screen: the browser knows that for every language. Its
//! formatters are made once per language and kept.
//!
//! Outside a browser, as in the tests of the words, simple rules of English stand in for it.

use crate::ui::text::{Language, language};

/// Which form of a word goes with a number. Not every language has all of them; each has `Other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// What the browser calls it.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only browsers have names for them"))]
    fn named(name: &str) -> Self {
        match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            _ => Self::Other,
        }
    }
}

/// Which form of a word goes with that many.
#[must_use]
pub fn plural(count: usize) -> Plural {
    formats::plural(language(), count)
}

/// A whole number, with its digits in groups.
#[must_use]
pub fn number(number: usize) -> String {
    formats::number(language(), number)
}

/// Several things in a row, without a word between the last two that says all or any of them are meant, where the language has that.
#[must_use]
pub fn list<Item: AsRef<str>>(items: &[Item]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        _ => formats::list(language(), &mut items.iter().map(AsRef::as_ref)),
    }
}

#[cfg(target_arch = "wasm32")]
mod formats {
    use std::cell::RefCell;

    use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::{Language, Plural};

    /// What one language needs.
    struct Formats {
        language: Language,
        moment: Function,
        number: Function,
        list: Intl::ListFormat,
        plural: Intl::PluralRules,
    }

    thread_local! {
        static KEPT: RefCell<Option<Formats>> = const { RefCell::new(None) };
    }

    fn options<const N: usize>(members: [(&str, &str); N]) -> Object {
        let options = Object::new();
        for (name, value) in members {
            // Setting a member of a plain object does not fail.
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        options
    }

    impl Formats {
        fn of(language: Language) -> Self {
            let locales = Array::of1(&language.locale().into());
            let date = options([("dateStyle", "medium"), ("timeStyle", "short")]);
            Self {
                language,
                moment: Intl::DateTimeFormat::new(&locales, &date).format(),
                number: Intl::NumberFormat::new(&locales, &Object::new()).format(),
                list: Intl::ListFormat::new(&locales, &options([("type", "unit"), ("style", "short")])),
                plural: Intl::PluralRules::new(&locales, &Object::new()),
            }
        }
    }

    fn with<T>(language: Language, use_it: impl FnOnce(&Formats) -> T) -> T {
        KEPT.with_borrow_mut(|kept| match kept {
            Some(formats) if formats.language == language => use_it(formats),
            _ => use_it(kept.insert(Formats::of(language))),
        })
    }

    fn words(format: &Function, value: f64) -> String {
        let words = format.call1(&JsValue::UNDEFINED, &value.into());
        words.ok().and_then(|words| words.as_string()).unwrap_or_default()
    }

    pub fn moment(language: Language, millis: f64) -> String {
        with(language, |formats| words(&formats.moment, millis))
    }

    #[allow(clippy::cast_precision_loss, reason = "nothing that is counted here needs more than 53 bits")]
    pub fn number(language: Language, number: usize) -> String {
        with(language, |formats| words(&formats.number, number as f64))
    }

    pub fn list(language: Language, items: &mut dyn Iterator<Item = &str>) -> String {
        let all: Array = items.map(JsValue::from_str).collect();
        with(language, |formats| String::from(formats.list.format(&all)))
    }

    #[allow(clippy::cast_precision_loss, reason = "nothing that is counted here needs more than 53 bits")]
    pub fn plural(language: Language, count: usize) -> Plural {
        let name: JsString = with(language, |formats| formats.plural.select(count as f64)).unchecked_into();
        Plural::named(&String::from(name))
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod formats {
    use super::{Language, Plural};

    pub fn moment(_: Language, _: f64) -> String {
        String::new()
    }

    pub fn number(_: Language, number: usize) -> String {
        let digits = number.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text
    }

    pub fn list(_: Language, items: &mut dyn Iterator<Item = &str>) -> String {
        items.collect::<Vec<_>>().join(", ")
    }

    pub fn plural(_: Language, count: usize) -> Plural {
        if count == 1 { Plural::One } else { Plural::Other }
    }
}

/// A moment by the clock where the user is, as “23 Nov 2026, 10:15”.
#[must_use]
pub fn moment(millis: f64) -> String {
    let words = formats::moment(language(), millis);
    #[cfg(feature = "made-up-language")]
    let words = crate::ui::text::as_made_up(words);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_lists_are_written_as_in_english() {
        assert_eq!([0, 999, 1000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["one"]), "one");
        assert_eq!(list(&["one", "two", "three"]), "one, two, three");
        assert_eq!([0, 1, 2].map(plural), [Plural::Other, Plural::One, Plural::Other]);
    }

    #[test]
    fn each_form_has_the_name_that_browsers_give_it() {
        let names = ["zero", "one", "two", "few", "many", "other"];
        assert_eq!(names.map(Plural::named), [Plural::Zero, Plural::One, Plural::Two, Plural::Few, Plural::Many, Plural::Other]);
    }
}
