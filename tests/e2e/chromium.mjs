// The browser under test: one for all files where `run.mjs` runs them, or one of the file's own.
import { chromium } from "playwright-core";

/**
 * What no test needs. The last list of these counts, so what Playwright leaves out stands here as well, as far as it changes what a page
 * does. The popups of the address bar are pages of their own, which every window would load: as long as the app takes to begin.
 */
const LEFT_OUT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "PreconnectToSearch",
  "AimEnabled",
  "LensOverlay",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${LEFT_OUT.join()}`,
];

/** The engine without the windows of a browser where there is one: the same pages, for a quarter less of the processor. */
const PROGRAM = process.env.CHROMIUM_SHELL_PATH ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export const OWN = { executablePath: PROGRAM, args: FLAGS };

/** A browser: contexts keep tests apart, so all files may share one. */
export const aBrowser = () => (process.env.PLUMBLINE_BROWSER ? chromium.connect(process.env.PLUMBLINE_BROWSER) : chromium.launch(OWN));
