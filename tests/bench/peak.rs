//! How much memory something takes up.

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many bytes something takes up at most, while it runs and with what it gives back.
pub fn of<T>(run: impl FnOnce() -> T) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let made = run();
    let bytes = MEMORY.peak_usage().saturating_sub(before);
    drop(made);
    bytes
}
