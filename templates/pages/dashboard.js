// Keeps a dashboard up to date. Without it the page asks for itself anew from time to time.
"use strict";
(() => {
  const get = (id) => document.getElementById(id);
  const main = get("main");
  const panels = get("panels");
  const verdict = get("verdict");
  const news = get("news");
  const updated = get("updated");
  const state = get("link");
  const source = new EventSource(main.dataset.events);

  // What has the focus, so that its successor can have it.
  const focused = () => {
    const element = document.activeElement;
    if (!element || !panels.contains(element)) return null;
    for (const name of ["id", "href", "aria-label"]) {
      const value = element.getAttribute(name);
      if (value) return "[" + name + "=\"" + CSS.escape(value) + "\"]";
    }
    return null;
  };

  let waiting = null;
  let stood = null;
  const show = (update) => {
    // Nothing is taken from under a finger.
    if (panels.querySelector(":active")) {
      clearTimeout(waiting);
      waiting = setTimeout(() => show(update), 500);
      return;
    }
    const focus = focused();
    panels.innerHTML = update.html;
    const successor = focus && panels.querySelector(focus);
    if (successor) successor.focus({ preventScroll: true });
    // Read out when another incident is open or how it stands is another, not whenever a number moves.
    const standing = update.verdict.level + " " + update.open.join(" ");
    if (stood !== null && stood !== standing) news.textContent = update.verdict.text;
    stood = standing;
    if (!update.is_new) get("start")?.remove();
    verdict.textContent = update.verdict.text;
    verdict.className = "verdict " + update.verdict.level;
    updated.textContent = update.updated;
    updated.dateTime = update.at;
    state.textContent = "";
  };

  source.addEventListener("update", (event) => show(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    state.textContent = "· no connection, trying again";
    // Refused: the session has ended, or too many listen.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => location.reload(), 1000 * Number(main.dataset.refresh));
    }
  });
})();
