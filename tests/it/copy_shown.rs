//! Copies for somebody else: what leaves is shown before, word by word.

use std::collections::BTreeSet;

use crate::copy_for::{examples, in_head, typed};
use crate::support::any::{cases, session};
use crate::support::talk::Talk;
use crate::support::{id, smm_asked, tiny, tiny_asked};
use plumbline::exchange::{CopyFor, ReadError, copy_for, leaving};
use plumbline::model::{Level, PracticeId, Questionnaire, Scope};
use plumbline::session::{Change, Origin, Session, Target};
use proptest::prelude::*;

type Outcome = Result<(), Box<dyn std::error::Error>>;

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn nothing_leaves_that_is_not_shown(session in session()) {
        for whom in all_but_whole() {
            let (shown, typed) = shown_and_typed(&session, &tiny_asked(), &whom)?;
            for words in typed {
                prop_assert!(shown.contains(&words), "{whom:?} does not show {words:?} in {shown}");
            }
        }
    }
}

fn all_but_whole() -> [CopyFor; 4] {
    let few = BTreeSet::from([id::<PracticeId>("lager.mehl")]);
    [CopyFor::Consultant, CopyFor::Strangers, CopyFor::Targets, CopyFor::Practices(few)]
}

/// What is shown of what leaves, and what somebody typed of that which does.
fn shown_and_typed(session: &Session, asked: &Questionnaire, whom: &CopyFor) -> Result<(String, BTreeSet<String>), ReadError> {
    let copy = copy_for(session, asked, whom)?;
    let all = leaving(session, &copy)?;
    let entries = all.iter().flat_map(|list| &list.leaves);
    let shown: Vec<String> = entries.map(|entry| plumbline::ui::leaving_entry("", entry, None, "", &copy)).collect();
    let mut words = BTreeSet::new();
    typed(&serde_json::to_value(&copy).unwrap_or_default(), &mut words);
    // What a later version says of the model is no entry; with a copy that comes back it has to stay as it is.
    let head = in_head(&copy);
    assert!(*whom == CopyFor::Consultant || head.is_empty());
    words.retain(|words| !words.trim().is_empty() && !head.contains(words));
    Ok((shown.join("\n"), words))
}

#[test]
fn every_word_of_the_examples_that_leaves_is_shown() -> Outcome {
    let asked = smm_asked();
    for session in examples() {
        for whom in all_but_whole() {
            let (shown, typed) = shown_and_typed(&session, &asked, &whom)?;
            assert!(whom != CopyFor::Consultant || typed.len() > 30, "people typed something");
            for words in typed {
                assert!(shown.contains(&words), "{whom:?} does not show {words:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn what_is_known_of_an_entry_is_said_in_words() -> Outcome {
    let mut talk = Talk::about(&tiny());
    talk.add_person("ana");
    let mut target = Target::new(Level::new(2), Scope::General, Origin::Practice);
    target.reason = "The law.".to_owned();
    target.decided_by = Some(id("ana"));
    talk.change(Change::Target(id("lager.mehl"), Some(target)));
    let (shown, _) = shown_and_typed(&talk.session, &tiny_asked(), &CopyFor::Consultant)?;
    assert!(shown.contains(": level 2 · general · The law. · origin: practice · decided by: ana ("), "{shown}");
    Ok(())
}
