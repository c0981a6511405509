// What the page does until the app is there, in a script of the old kind, which loads everywhere.

// Says so when the app's own script does not load: then nothing else could.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) document.getElementById("boot-failed")?.removeAttribute("hidden");
  },
  true,
);

// In a build for release the styles that the start page does without come in a file of their own; nobody waits for them to see it.
{
  const styles = document.querySelector('link[rel="preload"][as="style"]');
  globalThis.plumblineDressed = new Promise((done) => {
    if (!styles) return done();
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = styles.href;
    // Without styles it can be used all the same.
    sheet.onload = sheet.onerror = done;
    styles.after(sheet);
  });
}

// The start page of a first visit stands in the page itself. What is pressed there is kept until the app is there and does it.
{
  const isHere = () => {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith("plumbline.session."));
    } catch {
      return false;
    }
  };
  const at = (id) => document.getElementById(`meanwhile-${id}`);
  const wanted = (globalThis.plumblineWanted = { isNew: false, files: [] });
  if (document.URL.split(/[?#]/)[0] === document.baseURI && !location.search && !isHere()) {
    at("loading").hidden = true;
    at("start").hidden = false;
    document.title = `${at("start").querySelector("h1").textContent} · ${document.title}`;
    const sayWanted = () => {
      at("asked").textContent = at("loading").textContent;
      dispatchEvent(new Event("plumbline-wanted"));
    };
    at("new").addEventListener("click", () => {
      wanted.isNew = true;
      sayWanted();
    });
    // The app goes by the address: by the one that it finds, and by the one that it is told of if it looks already.
    at("quick").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, "", event.currentTarget.href);
      sayWanted();
      dispatchEvent(new PopStateEvent("popstate"));
    });
    // A file may still be chosen when the app has taken the page over.
    at("files").addEventListener("change", ({ target }) => {
      for (const detail of target.files) {
        wanted.files.push(detail);
        dispatchEvent(new CustomEvent("plumbline-open", { detail }));
      }
    });
  }
}
