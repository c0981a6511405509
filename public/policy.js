// What may become markup or script, in browsers that know Trusted Types. The app's views are made of pieces of markup that stand
// in the app itself; nothing that anybody typed is ever among them (tests/purity.rs). Should that ever fail, no such piece
// can run anything.
const ACTIVE = /<\s*\/?\s*(script|iframe|frame|object|embed|base|meta|link|style|template)\b|[\s"'/]on\w+\s*=|javascript\s*:|srcdoc/i;

globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (ACTIVE.test(html) ? null : html),
  createScriptURL: (address) => (new URL(address, document.baseURI).href.startsWith(document.baseURI) ? address : null),
});
