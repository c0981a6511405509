//! The heading of a page. It names the document, and takes the focus when the page is reached from within the app.

use leptos::html::H1;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::ui::browser::page;
use crate::ui::routes::SessionPage;
use crate::ui::text as t;

/// Whether a page was shown before: the first one leaves the focus where the browser puts it.
#[derive(Clone, Copy)]
pub struct Visited(pub StoredValue<bool>);

/// What the open assessment is called: it stands in the titles of its pages.
#[derive(Clone, Copy)]
pub struct AssessmentName(pub Memo<String>);

/// The heading of a page, with a line above it that says where one is.
#[component]
pub fn PageHead(#[prop(into)] title: Signal<String>, #[prop(into, optional)] above: Signal<String>) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    let visited = expect_context::<Visited>().0;
    let path = use_location().pathname;
    // Pages about one practice have its name alone in their headings: the title says of which pass or book they are, and of which system.
    let kind = move || match path.with(|path| SessionPage::of_path(path)) {
        Some(page) => page.is_of_practice().then(|| t::title(page)),
        None => path.with(|path| path.contains("/learn")).then(|| t::LEARN.get()),
    };
    let system = use_context::<AssessmentName>();
    let system = move || system.map(|AssessmentName(name)| name.get());
    let named = move |title: &String| t::document_title(title, kind(), system().as_deref());
    Effect::new(move |last: Option<String>| {
        let title = title.get();
        let Some(element) = heading.get() else { return last.unwrap_or_default() };
        if last.as_ref() != Some(&title) {
            let first = !visited.get_value();
            visited.set_value(true);
            page::announce(&untrack(|| named(&title)), (!first).then_some(&element));
        }
        title
    });
    Effect::new(move |_| page::name(&title.with(named)));
    view! {
        <header class="page-head">
            <p class="above" class:empty=move || above.with(String::is_empty)>{above}</p>
            <h1 node_ref=heading tabindex="-1">{title}</h1>
        </header>
    }
}
