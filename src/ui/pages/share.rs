//! Share: the session as a file to keep and to send.

use leptos::prelude::*;
use leptos_router::components::A;

use super::discussions::Discussions;
use super::import::ImportPanel;
use crate::exchange::file_name;
use crate::session::SystemField;
use crate::ui::components::PageHead;
use crate::ui::desk::desk;
use crate::ui::doors::{clock, download};
use crate::ui::office::office;
use crate::ui::text as t;

/// Share.
#[component]
pub fn SharePage() -> impl IntoView {
    let desk = desk();
    let name = Memo::new(move |_| desk.session.with(|session| file_name(session.system(SystemField::Name), clock::today())));
    let export = move |_| {
        let name = name.get_untracked();
        let done = desk.file().is_some_and(|file| download::download(&name, "application/json", &file).is_ok());
        office().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
    };
    view! {
        <PageHead title=t::STEP_SHARE.to_owned() above=t::SHARE_ABOVE.to_owned() />
        <section class="card">
            <h2>{t::EXPORT}</h2>
            <p>{t::EXPORT_WORDS}</p>
            <p class="file-name"><code dir="auto">{name}</code></p>
            <button type="button" class="button primary" on:click=export>{t::EXPORT_BUTTON}</button>
            <p class="hint">{t::NOTHING_LEAVES}</p>
        </section>
        <section class="card">
            <h2>{t::REPORT}</h2>
            <p>{t::REPORT_WORDS}</p>
            <p>
                <A href=desk.link("report") attr:class="button">{t::REPORT_LINK}</A>
            </p>
        </section>
        <section class="card">
            <h2>{t::ASK_SOMEBODY}</h2>
            <p>{t::ASK_SOMEBODY_WORDS}</p>
            <p>
                <A href=desk.link("envelope") attr:class="button">{t::ASK_SOMEBODY_LINK}</A>
            </p>
        </section>
        <Discussions />
        <section class="card">
            <h2>{t::IMPORT}</h2>
            <p>{t::IMPORT_WORDS}</p>
            <div class="actions"><ImportPanel /></div>
        </section>
    }
}
