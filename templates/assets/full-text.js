// Shows on the page of search which texts hold what is sought, beneath names and titles, which are found without it.
"use strict";

(() => {
  const root = document.currentScript.dataset.root;
  const sought = new URLSearchParams(location.search).get("q");
  const part = document.getElementById("texts");
  if (!sought) return;
  part.hidden = false;
  if (location.protocol === "file:") {
    part.querySelector(".from-disk").hidden = false;
    return;
  }
  const list = part.querySelector("ol");
  const count = part.querySelector("[role=status]");
  const more = part.querySelector("button");
  const step = 20;
  let results = [];

  // An excerpt is HTML in which only the words that were sought are marked: their words are taken, and nothing else.
  function marked(html) {
    const line = document.createElement("p");
    for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
      const isMark = node.nodeName === "MARK";
      const piece = isMark ? document.createElement("mark") : document.createTextNode("");
      piece.textContent = node.textContent;
      line.append(piece);
    }
    return line;
  }

  function row(text) {
    const item = document.createElement("li");
    if (text.meta.language) item.lang = text.meta.language;
    const link = document.createElement("a");
    link.href = root + (text.raw_url ?? text.url).replace(/^\//, "");
    link.textContent = text.meta.title;
    const what = document.createElement("span");
    what.className = "count";
    what.textContent = [text.meta.date, text.meta.status].filter(Boolean).join(", ");
    item.append(link, " ", what, marked(text.excerpt));
    return item;
  }

  async function show() {
    const next = results.splice(0, step);
    const texts = await Promise.all(next.map((each) => each.data()));
    list.append(...texts.map(row));
    more.hidden = !results.length;
    return list.children[list.children.length - texts.length];
  }

  async function search() {
    const pagefind = await import(new URL(`${root}pagefind/pagefind.js`, location.href).href);
    await pagefind.options({ noWorker: true, excerptLength: 30 });
    results = (await pagefind.search(sought)).results;
    const total = results.length;
    const text = total === 1 ? part.dataset.one : part.dataset.many;
    count.replaceChildren(...window.datelineWords.nodes(`${total.toLocaleString()} ${text}: ${sought}`));
    await show();
  }

  more.addEventListener("click", async () => {
    const first = await show();
    first?.querySelector("a").focus();
  });
  search();
})();
