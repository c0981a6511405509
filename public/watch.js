// Says so when the app's own script does not load: then nothing else could. In a script of the old kind, which loads everywhere.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) document.getElementById("boot-failed")?.removeAttribute("hidden");
  },
  true,
);
