//! The message that a new version is ready.

use leptos::prelude::*;

use crate::ui::browser::host_events;
use crate::ui::text as t;

/// How far a new version is.
#[derive(Clone, Copy, PartialEq)]
enum Version {
    /// There is none, or nobody wants to hear of it now.
    Quiet,
    /// It is ready.
    Ready,
    /// It has to wait.
    Waits,
}

/// The message that a new version is ready, with the button that uses it. Who puts it off gets it by closing all pages.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let version = RwSignal::new(Version::Quiet);
    host_events::on_new_version(move || version.set(Version::Ready));
    host_events::on_version_stays(move || version.set(Version::Waits));
    let words = move || match version.get() {
        Version::Quiet => None,
        Version::Ready => Some(t::NEW_VERSION),
        Version::Waits => Some(t::NEW_VERSION_WAITS),
    };
    move || {
        words().map(|words| {
            view! {
                <div class="notice">
                    <p>{words}</p>
                    <button type="button" class="button" on:click=move |_| host_events::use_new_version()>{t::USE_NEW_VERSION}</button>
                    <button type="button" class="button plain" on:click=move |_| version.set(Version::Quiet)>{t::LATER}</button>
                </div>
            }
        })
    }
}
