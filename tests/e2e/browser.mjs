// What the end-to-end tests share: the browser, the app's addresses, and an eye on what goes wrong in a page.
import { chromium } from "playwright-core";

const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Where the app is: at the root of its host, and below a path. `cargo xtask test e2e` says so. */
export const root = told("PLUMBLINE_URL");
export const below = told("PLUMBLINE_SUBPATH_URL");

/** Starts the browser; whoever starts it closes it. */
export function start() {
  return chromium.launch({ executablePath: told("CHROMIUM_PATH"), args: QUIET });
}

/** Collects what a page complains about: errors on its console, uncaught ones, requests without a good answer. */
export function complaints(page) {
  const found = [];
  page.on("console", (message) => message.type() === "error" && found.push(`${message.text()} (${message.location().url})`));
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("requestfailed", (request) => found.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => response.status() >= 400 && found.push(`${response.url()}: ${response.status()}`));
  return found;
}

function told(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the tests with \`cargo xtask test e2e\``);
  return value;
}
