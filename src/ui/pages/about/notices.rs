//! What others made and the app ships, with the terms of each.

use leptos::prelude::*;

use crate::session::FromFile;
use crate::session::from_members;
use crate::ui::browser::fetch::fetch;
use crate::ui::components::PageHead;
use crate::ui::text as t;

/// What the build gathered.
#[derive(Clone)]
struct Notices {
    packages: Vec<Package>,
    texts: Vec<String>,
}

from_members!(Notices { packages, texts; .. });

/// One package, with the places of its texts.
#[derive(Clone)]
struct Package {
    name: String,
    version: String,
    licence: String,
    texts: Vec<usize>,
}

from_members!(Package { name, version, licence, texts; .. });

/// What others made and the app ships. The list is loaded when this page is opened.
#[component]
pub fn NoticesPage() -> impl IntoView {
    let notices = RwSignal::new(None::<Option<Notices>>);
    leptos::task::spawn_local(async move {
        let read = fetch("notices.json").await.ok().and_then(|bytes| Notices::from_json(str::from_utf8(&bytes).ok()?));
        notices.try_set(Some(read));
    });
    let list = move || match notices.get() {
        None => view! { <p class="loading" role="status">{t::NOTICES_LOADING}</p> }.into_any(),
        Some(None) => view! { <p class="banner banner-warning" role="alert">{t::NOTICES_FAILED}</p> }.into_any(),
        Some(Some(Notices { packages, texts })) => {
            let rows: Vec<_> = packages
                .into_iter()
                .map(|package| {
                    let texts = package.texts.iter().filter_map(|at| texts.get(*at).cloned()).collect();
                    view! { <Row package texts /> }
                })
                .collect();
            view! { <ul class="notice-list">{rows}</ul> }.into_any()
        }
    };
    view! {
        <PageHead title=t::NOTICES.to_owned() above=t::ABOUT.to_owned() />
        <p class="lead">{t::NOTICES_LEAD}</p>
        {list}
    }
}

/// One package; its texts are shown when somebody opens it.
#[component]
fn Row(package: Package, texts: Vec<String>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let shown = move || is_open.get().then(|| texts.iter().map(|text| view! { <pre>{text.clone()}</pre> }).collect::<Vec<_>>());
    view! {
        <li>
            <details on:toggle=move |_| is_open.set(true)>
                <summary>{package.name} " " <span class="hint">{t::package_line(&package.version, &package.licence)}</span></summary>
                {shown}
            </details>
        </li>
    }
}
