// Narrows the timeline to what a reader chooses. Pages are whole without it: it loads an index of all entries only when
// the filter is opened, or when the address says what was chosen. dateline/rendering/entry_index.py says what is in it.
"use strict";

(() => {
  const panel = document.getElementById("filter");
  const form = panel.querySelector("form");
  const found = document.getElementById("found");
  const more = document.getElementById("found-more");
  const nothing = document.getElementById("found-nothing");
  const said = document.getElementById("filter-said");
  const shown = panel.querySelector("summary .count");
  const whole = [...document.querySelectorAll("#entries, .cut")];
  const clocks = [...document.querySelectorAll(".clocks a")].map((link) => [link, link.getAttribute("href")]);
  const words = panel.dataset;
  const root = words.root;
  const isFile = location.protocol === "file:";
  const batch = 50;
  const atOnce = 20;
  const most = 8;
  const lists = ["kind", "who", "where", "tag"];
  const values = ["words", "status", "from", "to", "order"];

  const { html, nodes, plain: unsigned } = window.datelineWords;
  const plain = (text) => unsigned(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const filled = (text, part) => text.replace(/\{\w+\}/, () => part);
  const figures = (number) => number.toLocaleString(document.documentElement.lang);
  const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

  // What is there

  let index = null;
  let texts = null;
  let haystack = null;
  let facets = null;
  let order = [];
  let loading = null;

  const load = (name, call) =>
    new Promise((resolve) => {
      window[call] = resolve;
      const script = document.createElement("script");
      script.src = `${root}timeline/${name}.js`;
      document.head.append(script);
    });

  function ready() {
    loading ??= load("entries", "datelineEntries").then(prepare).then(() => {
      load("texts", "datelineTexts").then(read);
    });
    return loading;
  }

  // All of it at once would keep the page from answering: each table is read by itself, long columns in runs.
  async function unpack(packed) {
    const all = {};
    for (const [name, text] of Object.entries(packed)) {
      all[name] = JSON.parse(text);
      await pause();
    }
    return all;
  }

  async function mapped(column, make) {
    const made = [];
    for (const each of column) {
      made.push(make(each, made.length));
      if (made.length % 2000 === 0) await pause();
    }
    return made;
  }

  async function prepare(loaded) {
    const all = await unpack(loaded);
    const { names, teller, entities, articles, roles, kinds, tags, statuses } = all;
    const byPublication = words.clock === "published" && all.published.length > 0;
    const place = kinds.findIndex(([name]) => name === "place");
    const isPlace = entities.map(([, , kind]) => kind === place);
    const inside = entities.map(([, , , parents], each) => (isPlace[each] ? [each, ...parents] : []));
    all.who = await mapped(names, (named) => named.filter((each) => !isPlace[each]));
    all.where = await mapped(names, (named) => [...new Set(named.flatMap((each) => inside[each]))]);
    all.kind = await mapped(names, (named) => [...new Set(named.map((each) => entities[each][2]))]);
    all.tag = teller.map((each) => (each < 0 ? [] : articles[each][3]));
    all.sure = await mapped(all.status, (own, entry) => {
      const sure = (roles[entry] ?? []).map(([, , status]) => status);
      return [...new Set([own, ...sure])].filter((status) => status >= 0);
    });
    all.date = byPublication ? teller.map((each) => (each < 0 ? -1 : articles[each][2])) : all.when;
    all.byPublication = byPublication;
    all.widest = Math.max(entities.length, kinds.length, tags.length, statuses.length);
    index = all;
    rows = window.datelineRows(index, words);
    order = byPublication ? index.published : names.map((_, entry) => entry);
    const named = (kept) => entities.flatMap(([id, name], each) => (kept(each) ? [[each, id, name]] : []));
    facets = {
      kind: facet("kind", kinds.map(([name, label], each) => [each, name, label])),
      who: facet("who", named((each) => !isPlace[each])),
      where: facet("where", named((each) => isPlace[each])),
      tag: facet("tag", tags.map(([slug, label], each) => [each, slug, label])),
    };
  }

  function facet(name, all) {
    const box = form.querySelector(`[data-facet=${name}]`);
    const options = all.map(([place, value, label]) => ({ place, value, label, plain: plain(label), node: null }));
    return { name, box, options, byValue: new Map(options.map((option) => [option.value, option])) };
  }

  // Texts are folded in short runs, so that the page answers meanwhile.
  async function read(packed) {
    const signs = { amp: "&", lt: "<", gt: ">", quot: '"' };
    const stack = [];
    const loaded = Object.values(await unpack(packed)).flat();
    for (let entry = 0; entry < loaded.length; entry += 1) {
      if (entry % 250 === 249) await pause();
      const text = loaded[entry].replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot);/g, (_, sign) => signs[sign]);
      const roles = (index.roles[entry] ?? []).map(([, role]) => role);
      const called = index.names[entry].map((each) => index.entities[each][1]);
      const told = index.articles[index.teller[entry]]?.[1] ?? "";
      stack.push(plain([index.title[entry], told, text, ...called, ...roles].join("\n")));
    }
    texts = loaded;
    haystack = stack;
    if (isActive()) narrow();
  }

  // What is chosen: it stands in the address

  const empty = () => ({ ...Object.fromEntries(lists.map((key) => [key, []])), ...Object.fromEntries(values.map((key) => [key, ""])) });
  let state = empty();

  const isActive = () => [...lists, ...values].some((key) => state[key].length > 0);

  function query() {
    const said = new URLSearchParams();
    for (const key of values) if (state[key]) said.append(key, state[key]);
    for (const key of lists) for (const value of state[key]) said.append(key, value);
    const text = said.toString().replace(/%2F/g, "/");
    return text ? `?${text}` : "";
  }

  function readAddress() {
    const said = new URLSearchParams(location.search);
    state = empty();
    for (const key of values) state[key] = said.get(key) ?? "";
    for (const key of lists) state[key] = [...new Set(said.getAll(key))];
  }

  // The first change of a gesture makes a new step to go Back from; the rest of it (typing, dragging) belongs to that.
  let isGesture = false;

  function remember(isDone) {
    const next = query() || location.pathname;
    if (query() !== location.search) history[isGesture ? "replaceState" : "pushState"](null, "", next);
    isGesture = !isDone;
    carry();
  }

  // The other order of the timeline shows the same choice.
  function carry() {
    for (const [link, href] of clocks) link.href = (isFile ? href.replace(/\/$/, "/index.html") : href) + query();
  }

  // Which entries remain

  const dayOf = (year, month, day) => {
    const past = year - 1;
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1];
    const floor = (by) => Math.floor(past / by);
    return past * 365 + floor(4) - floor(100) + floor(400) + before + (month > 2 && leap ? 1 : 0) + day;
  };

  function span(text) {
    const [, year, month, day] = /^\s*(-?\d{1,6})(?:-(0[1-9]|1[0-2]))?(?:-(0[1-9]|[12]\d|3[01]))?\s*$/.exec(text) ?? [];
    if (year === undefined || (day && !month)) return null;
    const first = dayOf(Number(year), Number(month ?? 1), Number(day ?? 1));
    if (day) return [first, first];
    const next = month && month !== "12" ? [Number(year), Number(month) + 1] : [Number(year) + 1, 1];
    return [first, dayOf(...next, 1) - 1];
  }

  const has = (column, place) => (entry) => index[column][entry].includes(place);

  function checks() {
    const all = [];
    const add = (key, value, label, pass) => all.push({ key, value, label, pass });
    const sought = plain(state.words).split(/\s+/).filter(Boolean);
    if (sought.length && haystack) add("words", "", `“${state.words.trim()}”`, (entry) => sought.every((word) => haystack[entry].includes(word)));
    for (const key of lists)
      for (const value of state[key]) {
        const option = facets[key].byValue.get(value);
        add(key, value, option?.label ?? value, option ? has(key, option.place) : () => false);
      }
    const status = index.statuses.findIndex(([value]) => value === state.status);
    if (state.status) add("status", "", index.statuses[status]?.[1] ?? state.status, has("sure", status));
    const from = span(state.from);
    const to = span(state.to);
    const dated = (entry) => index.dates[index.date[entry]]?.[6] >= 0;
    const label = (key) => `${form.elements[key].labels[0].firstChild.textContent.trim()} ${state[key].trim()}`;
    if (from) add("from", "", label("from"), (entry) => dated(entry) && (index.dates[index.date[entry]][5] ?? Infinity) >= from[0]);
    if (to) add("to", "", label("to"), (entry) => dated(entry) && (index.dates[index.date[entry]][4] ?? -Infinity) <= to[1]);
    return all;
  }

  let hits = [];

  function narrow() {
    const begin = performance.now();
    const all = checks();
    const others = all.filter((check) => check.key !== "status");
    const isKept = (list) => (entry) => list.every((check) => check.pass(entry));
    const loose = order.filter(isKept(others));
    hits = all.length > others.length ? loose.filter(isKept(all.filter((check) => check.key === "status"))) : loose;
    for (const key of lists) showFacet(facets[key], tally(key, hits));
    showStatuses(tally("sure", loose));
    show(all);
    performance.measure("dateline-filter", { start: begin, end: performance.now() });
  }

  function tally(column, entries) {
    const counts = new Uint32Array(index.widest);
    for (const entry of entries) for (const place of index[column][entry]) counts[place] += 1;
    return counts;
  }

  // The choices, each with how many entries remain with it

  function nodeOf({ name }, option) {
    if (option.node) return option.node;
    const label = document.createElement("label");
    const box = document.createElement("input");
    const count = document.createElement("span");
    box.type = "checkbox";
    box.name = name;
    box.value = option.value;
    count.className = "count";
    const text = document.createElement("bdi");
    text.append(...nodes(option.label));
    label.append(box, " ", text, " ", count);
    return (option.node = label);
  }

  function showFacet(each, counts) {
    const { name, box, options } = each;
    const finder = box.querySelector("input[type=search]");
    const sought = plain(finder.value.trim());
    const chosen = options.filter((option) => state[name].includes(option.value));
    const open = options.filter(
      (option) => counts[option.place] && !chosen.includes(option) && option.plain.includes(sought),
    );
    open.sort((one, other) => counts[other.place] - counts[one.place] || one.place - other.place);
    const listed = [...chosen, ...open.slice(0, Math.max(most - chosen.length, 3))];
    const focused = document.activeElement;
    const labels = listed.map((option) => {
      const node = nodeOf(each, option);
      node.firstChild.checked = chosen.includes(option);
      node.lastChild.textContent = figures(counts[option.place]);
      return node;
    });
    const list = box.querySelector(".choices");
    if (labels.some((node, place) => list.children[place] !== node) || list.children.length !== labels.length) {
      list.replaceChildren(...labels);
      if (list.contains(focused)) focused.focus({ preventScroll: true });
    }
    box.hidden = options.length === 0;
    finder.parentElement.hidden = options.length <= most;
  }

  function showStatuses(counts) {
    const select = form.elements.status;
    const wanted = state.status;
    const options = index.statuses.flatMap(([value, label], place) => {
      const count = counts[place];
      return count || value === wanted ? [new Option(`${unsigned(label)} (${figures(count)})`, value, false, value === wanted)] : [];
    });
    select.replaceChildren(select.options[0], ...options);
    select.parentElement.hidden = options.length === 0;
  }

  // What is found, in batches: 10,000 lines at once would keep the reader waiting

  let rows = null;
  let printed = 0;
  let printing = 0;
  let sorted = [];
  let counts = new Map();
  let open = {};

  function show(all) {
    const active = isActive();
    printing += 1;
    found.hidden = more.hidden = nothing.hidden = !active;
    for (const each of whole) each.hidden = active;
    shown.replaceChildren(...nodes(filled(words.count, figures(hits.length))));
    announce();
    if (!active) return;
    sorted = state.order ? newestFirst() : hits;
    const first = new Map();
    const numbers = new Uint32Array(index.periods.length + 1);
    for (const entry of sorted) {
      const period = index.dates[index.date[entry]]?.[6] ?? -1;
      if (!numbers[period + 1]) first.set(period, entry);
      numbers[period + 1] += 1;
    }
    counts = new Map();
    for (const [place, entry] of first) {
      const [year, period] = rows.headings(entry);
      for (const key of [year, `${year}/${period}`]) counts.set(key, (counts.get(key) ?? 0) + numbers[place + 1]);
    }
    printed = 0;
    open = {};
    found.replaceChildren();
    print();
    found.hidden = hits.length === 0;
    nothing.hidden = hits.length > 0;
    if (!hits.length) loosen(all);
  }

  function newestFirst() {
    const dated = hits.filter((entry) => index.dates[index.date[entry]]?.[6] >= 0);
    return [...dated.reverse(), ...hits.slice(dated.length)];
  }

  // The first lines at once, the others in short runs, a frame for each.
  async function print() {
    const own = (printing += 1);
    const end = Math.min(sorted.length, printed + batch);
    for (let size = atOnce; ; size = atOnce / 2) {
      printLines(Math.min(end, printed + size));
      if (printed === end) return;
      await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
      if (own !== printing) return;
    }
  }

  // On paper there is nothing to press: all that is found, at once.
  window.addEventListener("beforeprint", () => {
    if (found.hidden) return;
    printing += 1;
    printLines(sorted.length);
  });

  function printLines(end) {
    let lines = "";
    const flush = () => {
      open.list?.insertAdjacentHTML("beforeend", lines);
      lead(open.list);
      lines = "";
    };
    for (; printed < end; printed += 1) {
      const [year, period] = rows.headings(sorted[printed]);
      if (year !== open.year || period !== open.period) {
        flush();
        openGroup(year, period);
      }
      lines += rows.rowOf(sorted[printed], texts);
    }
    flush();
    more.hidden = printed >= sorted.length;
    more.firstElementChild.replaceChildren(...nodes(filled(words.more, figures(sorted.length - printed))));
  }

  function openGroup(year, period) {
    const count = (key) => `<span class="count">${counts.get(key)}</span>`;
    if (year !== open.year) {
      const head = `<div class="year-head"><h2>${html(year)}</h2> ${count(year)}</div><div></div>`;
      found.insertAdjacentHTML("beforeend", `<section class="year">${head}</section>`);
      open.place = found.lastElementChild.lastElementChild;
    }
    const head = `<h3 class="period-head">${html(period)} ${count(`${year}/${period}`)}</h3>`;
    open.place.insertAdjacentHTML("beforeend", `<section>${head}<ol></ol></section>`);
    open = { ...open, year, period, list: open.place.lastElementChild.lastElementChild };
  }

  // Links of the index begin at the site's root.
  function lead(place) {
    for (const link of place?.querySelectorAll('a[href^="./"]') ?? []) {
      const url = root + link.getAttribute("href").slice(2);
      link.setAttribute("href", isFile ? url.replace(/\/(?=#|$)/, "/index.html") : url);
    }
  }

  // Nothing is found: which one choice to give up, and what that would bring back.
  function loosen(all) {
    const offers = all.map((check) => {
      const others = all.filter((each) => each !== check);
      return { check, count: order.filter((entry) => others.every((each) => each.pass(entry))).length };
    });
    const useful = offers.filter(({ count }) => count > 0);
    nothing.querySelector("p").replaceChildren(...nodes(useful.length ? words.loosen : words.nothing));
    nothing.querySelector("ul").replaceChildren(
      ...useful.map(({ check, count }) => {
        const item = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.append(...nodes(`${filled(words.without, check.label)} (${count})`));
        button.addEventListener("click", () => giveUp(check));
        item.append(button);
        return item;
      }),
    );
  }

  async function giveUp({ key, value }) {
    if (lists.includes(key)) state[key] = state[key].filter((each) => each !== value);
    else state[key] = "";
    fill();
    await change(true);
    found.focus();
  }

  let waiting = 0;
  function announce() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      said.replaceChildren(...(isActive() ? shown.cloneNode(true).childNodes : []));
    }, 600);
  }

  // What the reader does

  const fill = () => {
    for (const key of values) if (key !== "status") form.elements[key].value = state[key];
    form.dispatchEvent(new CustomEvent("dateline-filled"));
  };

  async function change(isDone) {
    remember(isDone);
    await ready();
    narrow();
  }

  form.addEventListener("input", (event) => {
    const { name, value, checked, type } = event.target;
    if (values.includes(name)) state[name] = value;
    else if (type === "checkbox") state[name] = checked ? [...state[name], value] : state[name].filter((each) => each !== value);
    else return void ready().then(narrow);
    for (const key of ["from", "to"]) form.elements[key].setAttribute("aria-invalid", String(Boolean(state[key].trim()) && !span(state[key])));
    change(event.target.matches("select, [type=checkbox]"));
  });
  form.addEventListener("change", () => {
    isGesture = false;
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    state = empty();
    for (const finder of form.querySelectorAll(".find input")) finder.value = "";
    fill();
    isGesture = false;
    change(true);
  });
  more.addEventListener("click", () => {
    const before = found.querySelectorAll(".entry").length;
    print();
    found.querySelectorAll(".entry")[before]?.querySelector("a").focus();
  });
  panel.addEventListener("toggle", () => panel.open && ready().then(() => isActive() || narrow()));
  async function restore() {
    isGesture = false;
    readAddress();
    fill();
    carry();
    if (!isActive() && !index) return;
    panel.open ||= isActive() && matchMedia("(min-width: 64em)").matches;
    await ready();
    narrow();
  }
  window.addEventListener("popstate", restore);
  panel.hidden = false;
  restore();
})();
