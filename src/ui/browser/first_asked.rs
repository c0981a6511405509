//! The first question as it stands in the page of a release (`xtask/scripts/parts.mjs`): nobody waits for the models to read it.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::model::{Level, PracticeId};

/// The first question of the quick pass, in the language of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstAsked {
    /// The edition of the model that asks it.
    pub edition: String,
    /// The practice that it is about.
    pub practice: PracticeId,
    /// The practice that comes next.
    pub next: PracticeId,
    /// How many practices there are.
    pub of: usize,
    /// The names of the groups that lead to the practice.
    pub path: Vec<String>,
    /// What the practice is called.
    pub name: String,
    /// The question.
    pub question: String,
    /// Who usually knows.
    pub who: String,
    /// The levels, each with its name and the practice's description of it.
    pub levels: Vec<(Level, String, String)>,
}

impl FirstAsked {
    /// What stands in the page; nothing where there is none, as in a build for development.
    pub fn of_page(tag: &str) -> Option<Self> {
        let page = web_sys::window()?.document()?;
        let asked = JSON::parse(&page.get_element_by_id("first-question")?.text_content()?).ok()?;
        let words = |of: &JsValue, name: &str| text(&member(of, name), tag);
        let level = |level: JsValue| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number, as the model says")]
            let number = member(&level, "level").as_f64()? as u8;
            Some((Level::new(number), words(&level, "name")?, words(&level, "description")?))
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let of = member(&asked, "of").as_f64()? as usize;
        Some(Self {
            edition: member(&asked, "edition").as_string()?,
            practice: PracticeId::try_from(member(&asked, "practice").as_string()?).ok()?,
            next: PracticeId::try_from(member(&asked, "next").as_string()?).ok()?,
            of,
            path: list(&asked, "path").map(|name| text(&name, tag)).collect::<Option<_>>()?,
            name: words(&asked, "name")?,
            question: words(&asked, "question")?,
            who: words(&asked, "who")?,
            levels: list(&asked, "levels").map(level).collect::<Option<_>>()?,
        })
    }
}

fn member(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn list(of: &JsValue, name: &str) -> impl Iterator<Item = JsValue> {
    Array::from(&member(of, name)).into_iter()
}

/// A text in a language or, where it was not translated, in the first one.
fn text(by_language: &JsValue, tag: &str) -> Option<String> {
    let first = || Object::values(by_language.unchecked_ref::<Object>()).get(0).as_string();
    member(by_language, tag).as_string().or_else(first)
}
