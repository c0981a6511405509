//! Whatever bytes somebody opens, reading them ends with a value or a message.

#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use plumbline::analysis::{Assessment, Asking, disputes, next_question, progress, results, stale, views};
use plumbline::exchange::{merge, preview, read_session, write_session_compact};
use plumbline::model::{
    Model, Questionnaire, read_crossrefs, read_frameworks, read_glossary, read_list, read_model, read_profile,
};
use plumbline::session::Date;

static MODEL: LazyLock<Arc<Model>> = LazyLock::new(|| {
    let file = include_bytes!("../../data/tiny-model.json");
    Arc::new(read_model(file).unwrap_or_else(|problems| panic!("{problems}")))
});

fuzz_target!(|bytes: &[u8]| {
    let model = read_model(bytes);
    let profile = read_profile(bytes, &MODEL);
    let _ = read_list(bytes);
    let frameworks = read_frameworks(bytes);
    let crossrefs = read_crossrefs(bytes, &MODEL, frameworks.clone().unwrap_or_default());
    let glossary = read_glossary(bytes, &MODEL);
    if let Ok(session) = read_session(bytes) {
        let asked = Questionnaire::new(MODEL.clone(), Vec::new());
        let _ = (preview(&session, &asked), results(&Assessment::latest(&asked, &session)), progress(&Assessment::latest(&asked, &session)));
        let merged = merge(&session, &session).map(|merged| merged.session);
        assert_eq!(merged.as_ref(), Ok(&session), "a session merged with itself is another one");
        let _ = (disputes(&Assessment::latest(&asked, &session)), views(&Assessment::latest(&asked, &session)), next_question(&Assessment::latest(&asked, &session), Asking::default()));
        let _ = stale(&Assessment::latest(&asked, &session), Date::constant(2026, 11, 23));
        match write_session_compact(&session).map(|text| read_session(text.as_bytes())) {
            Ok(Ok(again)) => assert_eq!(again, session, "what was read is not what was written"),
            other => panic!("what was read can't be written and read again: {other:?}"),
        }
    }
    for problems in [model.err(), profile.err(), frameworks.err(), crossrefs.err(), glossary.err()].into_iter().flatten() {
        assert!(!problems.all().is_empty() && !plumbline::ui::problems(&problems).is_empty(), "an error says what is wrong");
    }
});
