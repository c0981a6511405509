//! How sessions travel: as JSON files that people send each other, and how what comes back is brought together.

mod answer_book;
mod answer_ids;
mod answer_sheet;
mod answer_words;
mod book;
mod bullet_bar;
mod checksum;
mod cohort_file;
mod conflict;
mod contributions;
mod copy_for;
mod csv_table;
mod decision_log;
mod discussion;
mod document;
mod document_html;
mod document_markdown;
mod encoding;
mod encrypted;
mod entry;
mod evidence_pack;
mod file_link;
mod file_name;
mod fingerprint;
mod fleet_book;
mod letterhead;
mod link_picture;
mod look;
mod members;
mod merge;
mod merged;
mod migrate;
mod passphrase;
mod picture_file;
mod plan;
mod preview;
mod profile_file;
mod read_error;
mod request;
mod review_file;
mod review_told;
mod session_file;
mod session_steps;
mod settled;
mod trade;
mod without_names;
mod workbook;
mod workspace_files;
mod zip;

pub use crate::session::{Expected, Wrong};
pub use answer_book::{
    AnswerBookWords, CantTake, Filled, NotASheet, SheetTaken, answer_book, answers_of, filled, is_answer_table,
    is_of_nobody_here, sheets_wanted, take_sheet,
};
pub use answer_ids::quoted;
pub use answer_sheet::{
    AnswerRow, AnswersBack, FilledRow, LONGEST_CELL, NotTaken, WentOut, answer_sheet, answers_back, as_in_cell, reason_of,
};
pub use answer_words::{answers_in_list, answers_to_choose, with_answers_of};
pub use book::{
    BOOK_ENDING, BOOK_TYPE, Book, BookCell, BookChoices, BookColumn, BookFault, BookSheet, CellRead, SheetRead, SheetWanted,
    day_of, is_book, is_locked, is_open_document,
};
pub use bullet_bar::{BAR_HEIGHT, BAR_WIDTH, BarForm, BulletMark as BarMark, Shape as BarShape, bar_shapes};
pub use checksum::Checksum;
pub use cohort_file::{
    COHORT_FORMAT, COHORT_SCHEMA, COHORT_VERSION, CohortError, CohortRule, LARGEST_COHORT, read_cohort, write_cohort,
};
pub use conflict::{Conflict, Keep};
pub use contributions::{Contribution, contributions};
pub use copy_for::{CopyFor, Leaving, copy_for, leaving};
pub use csv_table::{MARK, as_it_was, cells_of, harmless, heads_of, without_sep};
pub use decision_log::{DecisionLogWords, decision_log_csv};
pub use discussion::{counts_now, discussions, restated};
pub use document::{Bar, Block, Chapter, Document, Entry as ListEntry, Row, Table};
pub use document_html::{document_html, page_rules};
pub use document_markdown::document_markdown;
pub use encoding::text_of;
pub use encrypted::{AGE_ENDING, AGE_TYPE, Chance, DecryptError, EncryptError, WorkFactor, decrypt, encrypt, is_encrypted};
pub use entry::Entry;
pub use evidence_pack::{
    FileHash, LARGEST_IN_PACK, LARGEST_PACK, PackClaim, PackFault, PackFile, PackIndex, PackStatement, PackedFile, evidence_pack,
    pack_index,
};
pub use file_link::{LONGEST_LINK, LinkError, LinkTooLong, SAFE_LINK, file_link, packed_in_link, unpack_from_link};
pub use file_name::{copy_name, file_name, name_of_parts, with_ending};
pub use fingerprint::{Checked, compare_code, fingerprint, fingerprint_of, report_code};
pub use fleet_book::{FleetBookWords, fleet_book};
pub use letterhead::{LARGEST_LOGO, Letter, Letterhead, Logo, LogoFault, Signatures, WORD_ENDING, WORD_TYPE};
pub use link_picture::{LONGEST_IN_PICTURE, LinkPicture, link_picture};
pub use look::{Look, SinceLook};
pub use merge::merge;
pub use merged::{MergeError, Merged, Taken, taken_back};
pub use passphrase::{PassphraseHint, passphrase_hint, spellings};
pub use picture_file::{KeyEntry, SavedPicture, Sign, picture_file};
pub use plan::{
    CALENDAR_TYPE, CalendarDay, ChangedAction, ChangedCell, DayOrder, Made, NotAPlan, NotRead, PlanBack, PlanColumn, PlanForm,
    PlanWords, UnknownRow, WhyNotRead, calendar_file, day_of_next_round, has_content, plan_back, plan_file,
};
pub use preview::{Preview, check_levels, preview};
pub use profile_file::{ProfileName, profile_id, write_profile};
pub use read_error::ReadError;
pub use request::request;
pub use review_file::{
    LARGEST_REVIEW, REVIEW_FORMAT, REVIEW_SCHEMA, REVIEW_VERSION, Review, ReviewError, check_review, merge_review, read_review,
    write_review,
};
pub use review_told::{ReviewWords, review_csv, review_document};
pub use session_file::{
    FORMAT, LARGEST, LARGEST_STORED, Opened, SCHEMA, VERSION, open_session, read_kept_session, read_session, write_session,
    write_session_compact,
};
pub use session_steps::SessionSteps;
pub use settled::settled;
pub use trade::{Dossier, TradeForm, TradeLabels, TradeLack, TradeWords, dossier, trade_file, with_frameworks};
pub use without_names::without_names;
pub use workbook::{SheetWords, WorkbookWords, workbook};
pub use workspace_files::{ReportForm, report_in_zip, session_in_zip};
pub use zip::{MOST_BYTES, MOST_FILES, UnzipError, ZIP_TYPE, ZippedFile, unzip, unzip_some, zip};
