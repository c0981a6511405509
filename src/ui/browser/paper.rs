//! What stands around each printed page, and what stands in fields. The words around pages change, and the policy of the page allows
//! no style of its own: so they go in as a style sheet that is made here.

use std::cell::{Cell, OnceCell};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, HtmlInputElement, HtmlTextAreaElement};

thread_local! {
    static SHEET: OnceCell<Option<CssStyleSheet>> = const { OnceCell::new() };
    /// How often somebody laid out paper: whoever did it last decides.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Puts `rules` of a style sheet into force for as long as the calling component is there. `rules` may change.
pub fn lay_out(rules: impl Fn() -> String + 'static) {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    Effect::new(move |_| write(&rules()));
    on_cleanup(move || {
        // The page that comes next may have laid out its own already.
        if TURN.get() == turn {
            write("");
        }
    });
}

fn write(rules: &str) {
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet.get_or_init(adopted) {
            // Only what the page's own code wrote comes here.
            let _ = sheet.replace_sync(rules);
        }
    });
}

/// A style sheet of the document; `None` in a browser that does not know such, which prints without page numbers.
fn adopted() -> Option<CssStyleSheet> {
    let document = web_sys::window()?.document()?;
    let sheet = CssStyleSheet::new().ok()?;
    document.set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
    Some(sheet)
}

/// What words are typed into.
const FIELDS: &str = "input[type='text'], input[type='search'], textarea";

/// Where the words of a field stand while the page is printed, for its styles.
const ON_PAPER: &str = "data-on-paper";

/// From now on whatever is printed shows the whole words of fields: a field has only so much room.
pub fn write_out_fields() {
    window_event_listener_untyped("beforeprint", |_| {
        for field in all(FIELDS) {
            let words = words_of(&field);
            let around = field.parent_element().filter(|_| !words.is_empty());
            // Where two share their surroundings, it would be unclear whose words these are.
            let alone = around.filter(|around| around.query_selector_all(FIELDS).is_ok_and(|fields| fields.length() == 1));
            if let Some(around) = alone {
                // It fails only for names that are none.
                let _ = around.set_attribute(ON_PAPER, &words);
            }
        }
    });
    window_event_listener_untyped("afterprint", |_| {
        for around in all(&format!("[{ON_PAPER}]")) {
            let _ = around.remove_attribute(ON_PAPER);
        }
    });
}

fn words_of(field: &Element) -> String {
    let line = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    line.or_else(|| field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)).unwrap_or_default()
}

fn all(selector: &str) -> Vec<Element> {
    let found = web_sys::window().and_then(|window| window.document()).and_then(|page| page.query_selector_all(selector).ok());
    let found = found.as_ref();
    let count = found.map_or(0, |found| found.length());
    (0..count).filter_map(|at| found?.get(at)?.dyn_into().ok()).collect()
}
