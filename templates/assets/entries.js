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

  // Where the page may not write to the clipboard itself, it copies a selected field.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  }

  const said = document.createElement("p");
  said.className = "away";
  said.setAttribute("role", "status");
  document.body.append(said);

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const { nodes, plain } = window.datelineWords;
    const { copied } = button.closest("[data-copied]").dataset;
    const before = [...button.childNodes];
    if (button.textContent === plain(copied)) return;
    await copy(button.closest(".entry").querySelector(".permalink").href);
    button.focus({ preventScroll: true });
    for (const place of [button, said]) place.replaceChildren(...nodes(copied));
    setTimeout(() => {
      button.replaceChildren(...before);
      said.textContent = "";
    }, 2000);
  });
})();
