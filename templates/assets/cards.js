// Says of a linked name who that is, while the pointer or the focus is on it. What there is to say is loaded when first asked.
"use strict";

(() => {
  const { nodes } = window.datelineWords;
  const { root, first, last } = document.currentScript.dataset;
  const base = new URL(root, location.href);
  const shards = 16;
  const cards = new Map();
  const asked = new Map();
  const wait = { pointer: 350, focus: 150, leave: 250 };
  let card = null;
  let shown = null;
  let timer = 0;

  window.datelineCards = (language, found) => {
    for (const [path, row] of Object.entries(found)) cards.set(path, { language, row });
  };

  // The address of a dossier below the root of the site: two names, and nothing behind them.
  function pathOf(link) {
    if (!(link instanceof HTMLAnchorElement) || !link.className || !link.href.startsWith(base.href)) return "";
    const [address] = link.href.slice(base.href.length).split(/[?#]/);
    const path = decodeURI(address.replace(/index\.html$/, ""));
    return /^[^/]+\/[^/]+\/$/.test(path) ? path : "";
  }

  function load(path) {
    const shard = [...path].reduce((sum, char) => (sum + char.codePointAt(0)) % shards, 0);
    if (!asked.has(shard)) {
      asked.set(
        shard,
        new Promise((resolve) => {
          const script = document.createElement("script");
          script.src = `${base.href}cards/${shard}.js`;
          script.addEventListener("load", resolve);
          script.addEventListener("error", resolve);
          document.head.append(script);
        }),
      );
    }
    return asked.get(shard);
  }

  function line(name, ...words) {
    const made = document.createElement(name);
    made.append(...words);
    return made;
  }

  function fill({ language, row: [name, kind, style, summary, since, until] }) {
    card.lang = language;
    const title = line("b", name);
    title.className = style;
    const parts = [line("p", title, " ", line("small", ...nodes(kind)))];
    if (summary) parts.push(line("p", summary));
    if (since) parts.push(line("p", line("small", ...nodes(`${first}: ${since}.${until === since ? "" : ` ${last}: ${until}.`}`))));
    card.replaceChildren(...parts);
  }

  // Below the name where there is room, else above it; never beyond the edges of the window.
  function place(link) {
    const lines = [...link.getClientRects()];
    const box = lines[0];
    const end = lines[lines.length - 1];
    const { width, height } = card.getBoundingClientRect();
    const view = document.documentElement;
    const left = Math.max(8, Math.min(box.left, view.clientWidth - width - 8));
    const isBelow = end.bottom + height + 8 <= view.clientHeight || box.top < height + 8;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(isBelow ? end.bottom + 4 : box.top - height - 4) + scrollY}px`;
  }

  function make() {
    card = line("div");
    card.id = "card";
    card.className = "card";
    card.dir = "auto";
    card.setAttribute("role", "tooltip");
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", leave);
    document.body.append(card);
  }

  function hide() {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    if (card) card.hidden = true;
  }

  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, wait.leave);
  }

  async function show(link, path) {
    await load(path);
    const found = cards.get(path);
    if (!found || shown === link || !(link.matches(":hover") || link === document.activeElement)) return;
    hide();
    if (!card) make();
    shown = link;
    fill(found);
    card.hidden = false;
    place(link);
    link.setAttribute("aria-describedby", "card");
  }

  function ask(target, delay) {
    const link = target.closest?.("main a");
    const path = link ? pathOf(link) : "";
    if (!path) return;
    clearTimeout(timer);
    if (shown !== link) timer = setTimeout(show, delay, link, path);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") ask(event.target, wait.pointer);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.target.closest?.("a") && !card?.contains(event.relatedTarget)) leave();
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(":focus-visible")) ask(event.target, wait.focus);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
