//! What comes after what is seen first: made in turns, so that the page shows its beginning at once and answers meanwhile.

use leptos::prelude::*;

use crate::ui::browser::task;

/// Says which turn it is: counts up to `last`, the first time once the page is painted, then after each breath of the browser.
pub fn turns(last: u8) -> ReadSignal<u8> {
    let turn = RwSignal::new(0);
    leptos::task::spawn_local(async move {
        task::painted().await;
        for next in 1..=last {
            // The page may be gone by now.
            if turn.try_set(next).is_some() {
                return;
            }
            task::breathe().await;
        }
    });
    turn.read_only()
}

/// Whether it is the turn of something, from then on for good.
pub fn is_due(turn: ReadSignal<u8>, own: u8) -> Memo<bool> {
    Memo::new(move |_| turn.get() >= own)
}
