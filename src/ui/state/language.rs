//! The language of the screen as a setting of this browser.

use std::rc::Rc;

use crate::store::{LocalStorage, SessionStore};
use crate::ui::browser::page;
use crate::ui::state::app_state::AppState;
use crate::ui::text::{Language, choose, language};

const SETTING: &str = "language";

/// Speaks the language that was chosen in this browser or, where none was, the first that its user wants and that is there.
pub fn begin() {
    if Language::ALL.len() > 1 {
        let store = LocalStorage::probe().map(|storage| SessionStore::new(Rc::new(storage)));
        let kept = store.and_then(|store| Language::of_tag(&store.setting(SETTING)?));
        choose(kept.unwrap_or_else(|| Language::best(&page::wanted_languages())));
        page::say_language(language().tag());
    }
}

/// Speaks another language from now on.
pub fn speak(app_state: AppState, language: Language) {
    app_state.store().set_setting(SETTING, language.tag());
    choose(language);
    page::say_language(language.tag());
}
