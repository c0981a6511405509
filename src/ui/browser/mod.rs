//! The ways to the browser: everything here that calls it directly, one concern per file.

pub mod address;
pub mod cipher;
pub mod clock;
pub mod copying;
pub mod download;
pub mod durable;
pub mod echarts;
pub mod fetch;
pub mod fields;
pub mod files;
pub mod first_asked;
pub mod fold;
pub mod host_events;
pub mod journal;
pub mod keyboard;
pub mod keys;
pub mod locks;
pub mod media;
pub mod office;
pub mod page;
pub mod paper;
pub mod program;
pub mod second_press;
pub mod send;
pub mod tab_memory;
pub mod task;
