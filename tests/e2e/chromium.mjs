// The browser under test: one for all files where `run.mjs` runs them, or one of the file's own.
import { chromium } from "playwright-core";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const OWN = { executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: FLAGS };

/** A browser: contexts keep tests apart, so all files may share one. */
export const aBrowser = () => (process.env.PLUMBLINE_BROWSER ? chromium.connect(process.env.PLUMBLINE_BROWSER) : chromium.launch(OWN));
