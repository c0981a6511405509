//! The language of the screen: which there are, and which one is chosen.

#[cfg(feature = "ui")]
use leptos::prelude::*;

/// A language that the screen can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    En,
    /// The first language, changed beyond recognition: for tests that look for words that are not in here.
    #[cfg(feature = "made-up-language")]
    MadeUp,
}

impl Language {
    /// All of them; the first is spoken where nothing else is chosen or known.
    pub const ALL: &[Self] = &[
        Self::En,
        #[cfg(feature = "made-up-language")]
        Self::MadeUp,
    ];

    /// Its tag, as browsers and the files of models have it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            #[cfg(feature = "made-up-language")]
            Self::MadeUp => "en-XA",
        }
    }

    /// How dates and numbers are written in it, as a tag for the browser.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only browsers write dates"))]
    #[must_use]
    pub const fn locale(self) -> &'static str {
        match self {
            Self::En => "en-GB",
            #[cfg(feature = "made-up-language")]
            Self::MadeUp => "en-GB",
        }
    }

    /// Its name in itself: who looks for it may understand no other.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            #[cfg(feature = "made-up-language")]
            Self::MadeUp => "⟦Éñĝļîŝĥ⟧",
        }
    }

    /// The language of that tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The first wanted language that is there, also where only its region differs; else the first of all.
    #[must_use]
    pub fn best(wanted: &[String]) -> Self {
        let plain = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let of = |tag: &String| Self::of_tag(tag).or_else(|| Self::of_tag(&plain(tag)));
        wanted.iter().find_map(of).unwrap_or(Self::En)
    }
}

#[cfg(feature = "ui")]
thread_local! {
    static CHOSEN: ArcRwSignal<Language> = ArcRwSignal::new(Language::En);
}

/// The language of the screen. With only one, this is no question.
#[must_use]
pub fn language() -> Language {
    match Language::ALL {
        [only] => *only,
        _ => chosen(),
    }
}

#[cfg(feature = "ui")]
fn chosen() -> Language {
    CHOSEN.with(GetUntracked::get_untracked)
}

/// Without a screen nobody chooses.
#[cfg(not(feature = "ui"))]
const fn chosen() -> Language {
    Language::En
}

/// The tag of the language of the screen, for the texts of models and profiles.
#[must_use]
pub fn tag() -> &'static str {
    language().tag()
}

/// The language of the screen, for what is made anew when another is chosen: the frame of the app. Single texts need not follow.
#[cfg(feature = "ui")]
#[must_use]
pub fn language_now_and_later() -> Language {
    match Language::ALL {
        [only] => *only,
        _ => CHOSEN.with(Get::get),
    }
}

/// Chooses the language of the screen.
#[cfg(feature = "ui")]
pub fn choose(language: Language) {
    if Language::ALL.len() > 1 {
        CHOSEN.with(|chosen| chosen.set(language));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wanted_language_that_is_there_is_spoken() {
        let best = |tags: &[&str]| Language::best(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>());
        assert_eq!(best(&["en-US", "en"]), Language::En);
        assert_eq!(best(&["tlh", "EN"]), Language::En);
        assert_eq!(best(&[]), Language::En);
    }
}
