// Waits for a moment in which nobody waits.

/** Done when nothing was loaded and nobody did anything for this long, in milliseconds: what begins then takes the network from nobody. */
export function quiet(milliseconds) {
  let last = performance.now();
  const stir = () => (last = performance.now());
  const signs = ["pointerdown", "keydown", "touchstart", "wheel"];
  for (const sign of signs) addEventListener(sign, stir, { passive: true, capture: true });
  const loaded = new PerformanceObserver(stir);
  loaded.observe({ type: "resource" });
  return new Promise((done) => {
    const look = () => {
      const left = last + milliseconds - performance.now();
      if (left > 0) {
        setTimeout(look, left);
        return;
      }
      for (const sign of signs) removeEventListener(sign, stir, { capture: true });
      loaded.disconnect();
      done();
    };
    look();
  });
}
