//! The report as a document for word processors, with what the firm puts around it.

use leptos::prelude::*;

use crate::exchange::{LARGEST_LOGO, Letter, Letterhead, Logo, LogoFault, WORD_ENDING};
use crate::ui::browser::files;
use crate::ui::components::{OfficeFile, SaveOffice, office_name};
use crate::ui::pages::results::report::Made;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Where the browser remembers the name of the firm.
const FIRM: &str = "firm";

/// The name of the firm, its logo, a place for signatures, and saving. The logo is kept as long as the page is.
#[component]
pub fn SaveWord(made: Memo<Made>) -> impl IntoView {
    let (open_session, app_state) = (open_session(), app_state());
    let firm = RwSignal::new(app_state.store().setting(FIRM).unwrap_or_default());
    let logo = RwSignal::new(None::<(String, Logo)>);
    let fault = RwSignal::new(None::<LogoFault>);
    let is_signed = RwSignal::new(false);
    let write_firm = move |event| {
        let typed = event_target_value(&event);
        app_state.store().set_setting(FIRM, &typed);
        firm.set(typed);
    };
    let choose = move |event: web_sys::Event| {
        let Some(file) = files::chosen(&event) else { return };
        leptos::task::spawn_local(async move {
            let read = match files::size(&file) > LARGEST_LOGO {
                true => Err(LogoFault::TooLarge),
                false => files::read(&file).await.map_err(|_| LogoFault::NoPicture).and_then(|bytes| Logo::read(&bytes)),
            };
            fault.try_set(read.as_ref().err().copied());
            if let Ok(read) = read {
                logo.try_set(Some((file.name(), read)));
            }
        });
    };
    let make = Callback::new(move |()| {
        // Code and document of the same moment, whatever changes while the file is made.
        let Made { code, document } = made.get_untracked();
        let document = document.as_ref().clone();
        let head = Letterhead {
            firm: firm.with_untracked(|firm| firm.trim().to_owned()),
            logo: logo.get_untracked().map(|(_, logo)| logo),
            signatures: is_signed.get_untracked().then(t::signatures),
        };
        let name = office_name(open_session, &t::REPORT_FILE, &format!(".{WORD_ENDING}"));
        Some((name, OfficeFile::Letter(Box::new(Letter { document, head }), code)))
    });
    let chosen = move || {
        logo.with(|logo| logo.as_ref().map(|(name, _)| t::logo_chosen(name))).map(|words| {
            view! {
                <p>
                    <span dir="auto">{words}</span> " "
                    <button type="button" class="button small" on:click=move |_| logo.set(None)>{t::NO_LOGO}</button>
                </p>
            }
        })
    };
    view! {
        <section class="card" id="for-word">
            <h2>{t::WORD}</h2>
            <p>{t::WORD_WORDS}</p>
            <div class="field">
                <label for="firm">{t::FIRM}</label>
                <p class="hint" id="firm-hint">{t::FIRM_HINT}</p>
                <input id="firm" type="text" aria-describedby="firm-hint" autocomplete="organization" prop:value=firm on:input=write_firm />
            </div>
            <p>
                <label class="button file-button">
                    {t::LOGO} <input type="file" class="unseen" accept=".png,.jpg,.jpeg,image/png,image/jpeg" on:change=choose />
                </label>
            </p>
            {chosen}
            <p role="status">{move || fault.get().map(t::logo_fault)}</p>
            <label class="tick-row">
                <input type="checkbox" prop:checked=is_signed on:change=move |event| is_signed.set(event_target_checked(&event)) />
                " " <span>{t::WITH_SIGNATURES}</span>
            </label>
            <SaveOffice label=t::SAVE_WORD.get() lacks=t::word_lacks().to_vec() make />
        </section>
    }
}
