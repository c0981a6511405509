// Says so when the app's own script does not load: then nothing else could. In a script of the old kind, which loads everywhere.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) document.getElementById("boot-failed")?.removeAttribute("hidden");
  },
  true,
);

// The first thing to see is a picture that stands in the page itself and is painted before anything else is loaded. It makes room for
// the app as soon as there are styles; in a build that is not for release they are there already.
{
  const styles = document.querySelector('link[rel="preload"][as="style"]');
  const dressed = new Promise((done) => {
    if (!styles) return done();
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = styles.href;
    // Without styles it can be used all the same.
    sheet.onload = sheet.onerror = done;
    styles.after(sheet);
  });
  globalThis.plumblineDressed = dressed.then(() => {
    document.getElementById("frame").remove();
    document.getElementById("app").hidden = false;
  });
}
