//! The evidence pack: the files that were chosen, as one zip with what they show.

use leptos::prelude::*;

use crate::exchange::{LARGEST_IN_PACK, LARGEST_PACK, PackFault, PackedFile, ZIP_TYPE, evidence_pack, pack_index};
use crate::ui::browser::{clock, download, files};
use crate::ui::components::office_name;
use crate::ui::pages::assess::evidence::chosen::{Chosen, ChosenFile};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Saves the pack.
#[component]
pub fn EvidencePack(chosen: Chosen) -> impl IntoView {
    let open_session = open_session();
    let busy = RwSignal::new(false);
    let save = move |_| {
        let all = chosen.all();
        let app_state = app_state();
        busy.set(true);
        leptos::task::spawn_local(async move {
            let said = match packed(open_session, all).await {
                Ok(name) => t::exported(&name),
                Err(why) => why,
            };
            busy.try_set(false);
            app_state.say(said, None);
        });
    };
    let counted = move || match chosen.counted() {
        (0, _) => t::EVIDENCE_PACK_NOTHING.to_owned(),
        (count, bytes) => t::files_chosen(count, bytes),
    };
    let is_off = move || busy.get() || chosen.counted().0 == 0;
    view! {
        <section class="card">
            <h2>{t::EVIDENCE_PACK}</h2>
            <p>{t::EVIDENCE_PACK_WORDS}</p>
            <p>{counted}</p>
            <p><button type="button" class="button" disabled=is_off on:click=save>{t::SAVE_EVIDENCE_PACK}</button></p>
            <p class="hint">{t::evidence_pack_limits()}</p>
        </section>
    }
}

/// Makes the pack and hands it over; says what it is called, or why there is none. How large the files are is looked at before any is read.
async fn packed(open_session: OpenSession, chosen: Vec<ChosenFile>) -> Result<String, String> {
    let sizes = || chosen.iter().map(|it| it.size);
    if sizes().any(|size| size > LARGEST_IN_PACK) || sizes().sum::<u64>() > LARGEST_PACK {
        return Err(t::pack_fault(PackFault::TooLarge));
    }
    let mut all = Vec::new();
    for ChosenFile { evidence, file, name, .. } in chosen {
        // It may have been moved or changed since it was chosen: then the browser says so, or the index has what is packed.
        let bytes = files::read(&file).await.map_err(|_| t::NO_FILE_READ.to_owned())?;
        all.push(PackedFile { evidence, name, bytes });
    }
    let index = open_session.assessment_now(|it| pack_index(it, &all, clock::today(), t::tag()));
    let pack = evidence_pack(&index, &t::pack_document(&index), all).map_err(t::pack_fault)?;
    let name = office_name(open_session, &t::EVIDENCE_PACK_FILE, ".zip");
    download::download_bytes(&name, ZIP_TYPE, &pack).map(|()| name).map_err(|_| t::CANT_DOWNLOAD.to_owned())
}
