//! The page around the app: its title, focus, base address and the message after a crash.

use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, Window};

use crate::exchange::packed_in_link;
use crate::ui::browser::address;

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Puts the address right before anybody reads it: hosts and file browsers lead to the same page under other names.
fn put_address_right() {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let Some(right) = address::put_right(&location.pathname().unwrap_or_default(), &base_path()) else { return };
    let meant = right + &location.search().unwrap_or_default() + &location.hash().unwrap_or_default();
    readdress(&window, &meant);
}

/// Gives the page another address in place of its own. It fails only for pages without one; there it stays.
fn readdress(window: &Window, to: &str) {
    let _ = window.history().and_then(|past| past.replace_state_with_url(&JsValue::NULL, "", Some(to)));
}

/// What a link brought along in the address. It stays there until it was read: what comes in between, as a part of the app that can't be
/// loaded, costs nobody the link.
pub fn file_in_address() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    packed_in_link(&hash).map(str::to_owned)
}

/// Takes what a link brought along out of the address: a page that is loaded anew, or a bookmark, brings nothing again.
pub fn forget_file_in_address() {
    let Some(window) = web_sys::window().filter(|_| file_in_address().is_some()) else { return };
    let location = window.location();
    let without = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    readdress(&window, &without);
}

/// Puts the app into the page, beside what the HTML shows until now.
pub fn mount<V: IntoView + 'static>(app: fn() -> V) {
    put_address_right();
    if let Some(root) = element("app").and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        mount_to(root, app).forget();
    }
}

/// Whether the HTML shows the start page until the app has its own.
pub fn shows_start_meanwhile() -> bool {
    element("meanwhile-start").is_some_and(|start| !start.has_attribute("hidden"))
}

/// Before the ids of what the HTML shows until there is something of the app.
const MEANWHILE: &str = "meanwhile-";

/// Takes away what the HTML shows until there is something of the app. Whoever is at one of its buttons is then at the app's.
pub fn end_meanwhile() {
    let Some(meanwhile) = element("meanwhile") else { return };
    let focused = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    meanwhile.remove();
    if let Some(id) = focused.as_ref().and_then(|focused| Some(focused.id().strip_prefix(MEANWHILE)?.to_owned())) {
        focus(&id);
    }
}

/// After a crash the app can't go on; the page then says so, and that everything up to then is saved.
pub fn show_message_on_panic() {
    std::panic::set_hook(Box::new(|_| {
        if let Some(message) = element("crashed") {
            let _ = message.remove_attribute("hidden");
        }
    }));
}

/// Names the page.
pub fn name(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Names the page, and moves the focus to its heading, so that a screen reader reads on from there.
pub fn announce(title: &str, heading: Option<&HtmlElement>) {
    name(title);
    if let Some(heading) = heading {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        let _ = heading.focus();
    }
}

/// Moves the focus to the element of that id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to an element, unless it is in use elsewhere: it is left where it is but within `asker`, where whatever comes was asked
/// for, and where it is nowhere. What comes seconds later must not turn what somebody types into keys of something else.
pub fn focus_from(asker: &str, id: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let is_free = document.active_element().is_none_or(|active| {
        active.tag_name().eq_ignore_ascii_case("body") || element(asker).is_some_and(|asker| asker.contains(Some(&active)))
    });
    if is_free {
        focus(id);
    }
}

/// Whether somebody is at a field in which words are typed.
pub fn is_typing() -> bool {
    let active = web_sys::window().and_then(|window| window.document()?.active_element());
    active.is_some_and(|active| {
        active.matches("input:not([type=radio], [type=checkbox], [type=file], [type=button]), textarea").unwrap_or_default()
    })
}

/// Moves the focus to what the page is about: past all that stands above it on every page of its kind.
pub fn focus_content() {
    let heading = element("main").and_then(|main| main.query_selector("h1").ok().flatten());
    match heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        Some(heading) => {
            let _ = heading.focus();
        }
        None => focus("main"),
    }
}

/// How far a message that comes up moves, and some room.
const CLEAR: f64 = 24.0;

/// Scrolls so far that a field in use is not below a message that has just come up.
pub fn uncover_field_in_use(message: &str) {
    let window = web_sys::window();
    let document = window.as_ref().and_then(|window| window.document());
    let message = document.as_ref().and_then(|document| document.query_selector(message).ok().flatten());
    let field = document
        .and_then(|document| document.active_element())
        .filter(|it| it.matches("input,textarea,select").unwrap_or_default());
    if let (Some(window), Some(message), Some(field)) = (window, message, field) {
        let (message, field) = (message.get_bounding_client_rect(), field.get_bounding_client_rect());
        if field.bottom() + CLEAR > message.top() && field.top() < message.bottom() {
            window.scroll_by_with_x_and_y(0.0, field.bottom() - message.top() + CLEAR);
        }
    }
}

/// Moves the focus to the element of that id once the screen shows what was just changed: with the next frame, or, where the element
/// is part of what follows from the change, once that is worked out, after the paint.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        if element(&id).is_some() {
            focus(&id);
        } else {
            let id = id.clone();
            after_paint(move || request_animation_frame(move || focus(&id)));
        }
        keep_focus(vec![id], FRAMES_TO_SETTLE);
    });
}

/// Moves the focus to the first of these elements that is there once the screen shows what was just changed and what follows from it,
/// after the paint.
pub fn focus_first_soon(ids: Vec<String>) {
    after_paint(move || {
        request_animation_frame(move || {
            focus_first(&ids);
            keep_focus(ids, FRAMES_TO_SETTLE);
        });
    });
}

/// For how many paints the focus is looked after: on a busy machine what follows from a change may take that long to show.
const FRAMES_TO_SETTLE: u8 = 20;

fn focus_first(ids: &[String]) {
    if let Some(id) = ids.iter().find(|id| element(id).is_some()) {
        focus(id);
    }
}

/// Moves the focus again where it was lost, because what had it was on its way out.
fn keep_focus(ids: Vec<String>, frames: u8) {
    after_paint(move || {
        let is_lost = document().active_element().is_none_or(|element| element.local_name() == "body");
        if is_lost {
            focus_first(&ids);
        }
        if let Some(left) = frames.checked_sub(1) {
            keep_focus(ids, left);
        }
    });
}

/// Brings the element of that id into view and moves the focus to it, once the screen shows it.
pub fn show_soon(id: String) {
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            element.scroll_into_view();
            focus(&id);
        }
    });
}

/// How much at the foot of the window the way on may cover, as `scroll-padding` says to the browser.
const COVERED: f64 = 96.0;

/// Scrolls down until the element of that id is whole in view, once the screen shows it; the focus stays where it is.
pub fn uncover_soon(id: String) {
    request_animation_frame(move || {
        let shown = element(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        let Some((element, window)) = shown.zip(web_sys::window()) else { return };
        let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let room = height - COVERED;
        let top = f64::from(top_of(&element)) - window.scroll_y().unwrap_or_default();
        if top + f64::from(element.offset_height()) > room {
            // What is longer than the window begins at its top.
            element.scroll_into_view_with_bool(f64::from(element.offset_height()) > room);
        }
    });
}

/// How far below the top of the page an element begins.
fn top_of(element: &HtmlElement) -> i32 {
    let mut top = 0;
    let mut at = Some(element.clone());
    while let Some(element) = at {
        top += element.offset_top();
        at = element.offset_parent().and_then(|parent| parent.dyn_into().ok());
    }
    top
}

/// The path under which the app is hosted, without a slash at the end: empty, or as `/plumbline`.
pub fn base_path() -> String {
    let base = web_sys::window().and_then(|window| window.document()).and_then(|document| document.base_uri().ok().flatten());
    let path = base.and_then(|base| web_sys::Url::new(&base).ok()).map(|address| address.pathname());
    path.unwrap_or_default().trim_end_matches('/').to_owned()
}

/// The address of a page of the app, given as a path from the app's root. The router's links take it as it is and so would
/// leave the path under which the app is hosted.
pub fn link(path: &str) -> String {
    base_path() + path
}

/// The whole address of the start page, as one gives it to somebody.
pub fn whole_address() -> String {
    let base = web_sys::window().and_then(|window| window.document()).and_then(|document| document.base_uri().ok().flatten());
    base.unwrap_or_default()
}

/// The address of the start page.
pub fn home() -> String {
    link("/")
}

/// Opens the browser's dialog for printing the page.
///
/// # Errors
/// What the browser says when it does not print.
pub fn print() -> Result<(), JsValue> {
    web_sys::window().ok_or(JsValue::NULL)?.print()
}

/// Moves the focus to the chosen one of a group of choices, or to its first, and brings it into view.
pub fn focus_choice(group: &str) {
    let Some(group) = element(group) else { return };
    let find = |selector| group.query_selector(selector).ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(choice) = find("input:checked").or_else(|| find("input")) {
        let _ = choice.focus();
    }
}

/// Does something once the screen shows what was just changed, where anything is shown: a hidden page has no frames.
pub fn after_paint(call: impl FnOnce() + 'static) {
    // A frame is painted right after what was to be done before it; what is due then follows the paint.
    request_animation_frame(move || set_timeout(call, Duration::ZERO));
}

/// Chooses the one of a group of choices that has that key, as a click does: it shows at once, whatever follows from it. Says whether
/// it did; not where the choice is not there, or is the chosen one already.
pub fn choose(group: &str, key: &str) -> bool {
    let found = element(group).and_then(|group| group.query_selector(&format!("input[value=\"{key}\"]")).ok().flatten());
    let choice = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()).filter(|choice| !choice.checked());
    let Some(choice) = choice else { return false };
    choice.click();
    true
}

/// Says in the page what kind of page it is, for styles of that kind of page alone, until the present owner is done with it.
pub fn say_kind(kind: &'static str) {
    const KIND: &str = "data-page";
    let html = || web_sys::window()?.document()?.document_element();
    if let Some(html) = html() {
        // It fails only for names that are none.
        let _ = html.set_attribute(KIND, kind);
    }
    on_cleanup(move || {
        // What comes next may have said its own already.
        if let Some(html) = html().filter(|html| html.get_attribute(KIND).as_deref() == Some(kind)) {
            let _ = html.remove_attribute(KIND);
        }
    });
}

/// Opens a dialog above the page.
pub fn open_dialog(dialog: &web_sys::HtmlDialogElement) {
    // It fails only for a dialog that is open already.
    let _ = dialog.show_modal();
}

/// The languages that the user wants, the dearest first.
pub fn wanted_languages() -> Vec<String> {
    let navigator = js_sys::Reflect::get(&js_sys::global(), &"navigator".into()).unwrap_or_default();
    let wanted = js_sys::Reflect::get(&navigator, &"languages".into()).unwrap_or_default();
    js_sys::Array::from(&wanted).iter().filter_map(|language| language.as_string()).collect()
}

/// Tells the browser which language the page is in.
pub fn say_language(tag: &str) {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        // The name of the attribute is a good one.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Has something made with the colours that names stand for on white paper, whatever the theme is: for what leaves the page.
pub fn on_paper<T>(make: impl FnOnce(&dyn Fn(&str) -> String) -> T) -> Option<T> {
    let window = web_sys::window()?;
    let document = window.document()?;
    // Only an element of the page has colours: this one is there for as long as it is asked.
    let probe = document.create_element("i").ok()?;
    probe.set_attribute("class", "on-paper").ok()?;
    document.body()?.append_child(&probe).ok()?;
    let style = window.get_computed_style(&probe).ok().flatten();
    let color = |name: &str| style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
    let made = make(&color);
    probe.remove();
    Some(made)
}
