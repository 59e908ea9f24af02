// Lets rows far below wait with their layout until the page is there. It marks them while they come in: not deferred.
"use strict";

(() => {
  // Who comes to a place in the page, or comes back to it, finds all of it as large as it is.
  const [visit] = performance.getEntriesByType("navigation");
  if (location.hash || visit?.type !== "navigate") return;

  const rows = ".entry, .work, .backlinks > li, .both-lines > li, .with > li, .pairs > li, .trio, .thirds, .ties tbody > tr";
  const least = 180; // pixels of a row, about; what is shown at first does not wait
  const most = 8; // milliseconds of layout at a time: nobody is to wait for it
  const idle = window.requestIdleCallback ?? ((go) => setTimeout(go, 50));
  const afterPaint = (go) => requestAnimationFrame(() => idle(go));
  let known = Math.ceil(innerHeight / least);

  function mark() {
    const come = document.querySelectorAll(rows);
    for (; known < come.length; known++) come[known].classList.add("waiting");
  }

  function layOut(waiting, some = 3) {
    const fewest = waiting[0]?.localName === "tr" ? 16 : 1; // each time the table is laid out anew, whole
    const now = waiting.splice(0, Math.max(some, fewest));
    const start = performance.now();
    for (const row of now) row.classList.remove("waiting");
    now.at(-1)?.getBoundingClientRect();
    const next = Math.round((now.length * most) / (performance.now() - start));
    if (waiting.length) afterPaint(() => layOut(waiting, Math.min(Math.max(next, 1), 2 * now.length)));
  }

  const coming = new MutationObserver(mark);
  coming.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => coming.disconnect());
  addEventListener("load", () => afterPaint(() => layOut([...document.querySelectorAll(".waiting")])));
})();
