// In lists of entries: j and k, or the arrow keys, go from one to the next; a button copies the address of an entry.
"use strict";

(() => {
  const lists = document.querySelectorAll(".timeline");
  const steps = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

  function go(list, by) {
    const links = [...list.querySelectorAll(".entry-title a")].filter((link) => link.checkVisibility());
    const own = document.activeElement.closest(".entry")?.querySelector(".entry-title a");
    const next = own ? links.indexOf(own) + by : by > 0 ? 0 : links.length - 1;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  }

  for (const list of lists) {
    list.tabIndex = 0;
    list.addEventListener("keydown", (event) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (!(event.key in steps) || !isPlain || event.target.closest("input, select, textarea")) return;
      event.preventDefault();
      go(list, steps[event.key]);
    });
  }
})();
