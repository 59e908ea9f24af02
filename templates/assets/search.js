// The search box: names and titles, found as they are typed. What there is to find is loaded when it is first used.
"use strict";

// Words in another language than the page's come in signs, with their language (see dateline/rendering/tongues.py).
window.datelineWords = {
  html: (text) => text.replace(/\ufff9(.*?)\ufffa(.*?)\ufffb/gs, '<span lang="$1">$2</span>'),
  plain: (text) => text.replace(/\ufff9.*?\ufffa|\ufffb/gs, ""),
  nodes: (text) =>
    text.split(/\ufff9(.*?)\ufffb/s).flatMap((piece, place) => {
      if (place % 2 === 0) return piece ? [piece] : [];
      const made = document.createElement("span");
      [made.lang, made.textContent] = piece.split("\ufffa");
      return [made];
    }),
};

(() => {
  const { nodes } = window.datelineWords;
  const own = document.currentScript;
  const root = own.dataset.root;
  const home = `${root}search/${location.protocol === "file:" ? "index.html" : ""}`;
  const most = 10;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let rows = null;

  const loaded = new Promise((resolve) => {
    window.datelineFound = (found) => {
      rows = found.map(([title, url, what, others]) => {
        const names = [window.datelineWords.plain(title), ...others.split("\n").filter(Boolean)];
        return { title, url, what, names, plain: names.map(plain) };
      });
      resolve();
    };
  });

  function load() {
    if (!own.dataset.asked) {
      own.dataset.asked = "yes";
      const script = document.createElement("script");
      script.src = `${root}search/names.js`;
      document.head.append(script);
    }
    return loaded;
  }

  // 0: it is the whole name, 1: the name begins so, 2: one of its words does, 3: it stands anywhere; all words must.
  function rank(name, words, sought) {
    if (name === sought) return 0;
    if (name.startsWith(sought)) return 1;
    if (words.every((word) => name.startsWith(word) || name.includes(` ${word}`))) return 2;
    return words.every((word) => name.includes(word)) ? 3 : 9;
  }

  function find(text) {
    const sought = plain(text.trim());
    if (!sought) return [];
    const words = sought.split(/\s+/);
    const hits = [];
    rows.forEach((row, place) => {
      let best = 9;
      let name = 0;
      row.plain.forEach((each, number) => {
        const found = rank(each, words, sought);
        if (found < best) [best, name] = [found, number];
      });
      if (best < 9) hits.push({ row, best, place, name: name ? row.names[name] : "" });
    });
    return hits.sort((one, other) => one.best - other.best || one.place - other.place);
  }

  const fileOf = (url) => (location.protocol === "file:" ? url.replace(/\/(?=#|$)/, "/index.html") : url);

  function line({ row, name }) {
    const what = document.createElement("span");
    what.className = "count";
    what.append(...nodes(name ? `${row.what}, ${name}` : row.what));
    const title = document.createElement("bdi");
    title.append(...nodes(row.title));
    return [title, " ", what];
  }

  const box = document.getElementById("finder");

  // What is found is told in the language of the site.
  function entry() {
    const item = document.createElement("li");
    if (box.dataset.language) item.lang = box.dataset.language;
    return item;
  }

  const input = box.querySelector("input");
  const list = box.querySelector("ul");
  let hits = [];
  let chosen = -1;

  function choose(number) {
    chosen = number;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[chosen].id);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  const go = ({ row }) => location.assign(root + fileOf(row.url));

  async function suggest() {
    await load();
    hits = find(input.value).slice(0, most);
    list.replaceChildren(
      ...hits.map((hit, number) => {
        const item = entry();
        item.id = `finder-${number}`;
        item.setAttribute("role", "option");
        item.append(...line(hit));
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => go(hit));
        return item;
      }),
    );
    choose(-1);
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
  }

  function step(by) {
    if (list.hidden || !hits.length) return;
    choose((chosen + by + hits.length + (chosen < 0 && by < 0 ? 1 : 0)) % hits.length);
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", suggest);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      close();
    }
  });
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    if (chosen >= 0) go(hits[chosen]);
    else if (input.value.trim()) location.assign(`${home}?q=${encodeURIComponent(input.value.trim())}`);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });
  async function showAll() {
    const page = document.getElementById("found");
    const sought = new URLSearchParams(location.search).get("q");
    if (!page || !sought) return;
    input.value = sought;
    await load();
    const all = find(sought);
    page.replaceChildren(
      ...all.slice(0, 500).map((hit) => {
        const item = entry();
        const link = document.createElement("a");
        const [title, ...rest] = line(hit);
        link.href = root + fileOf(hit.row.url);
        link.append(title);
        item.append(link, ...rest);
        return item;
      }),
    );
    const count = document.getElementById("search-count");
    const hit = all.length === 1 ? box.dataset.one : box.dataset.many;
    count.replaceChildren(...nodes(`${all.length.toLocaleString()} ${hit}: ${sought}`));
  }
  showAll();
})();
