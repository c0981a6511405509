//! What stands around each printed page. The words in it change, and the policy of the page allows no style of its own: so it goes
//! in as a style sheet that is made here.

use std::cell::{Cell, OnceCell};

use leptos::prelude::*;
use web_sys::CssStyleSheet;

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
