// Sets two or three side by side, whoever is chosen: the choice stands in the address. All entries are loaded when first needed.
"use strict";

(() => {
  const form = document.getElementById("chooser");
  const { nodes } = window.datelineWords;
  const words = form.dataset;
  const root = document.currentScript.dataset.root;
  const inputs = [...form.querySelectorAll("input")];
  const names = document.getElementById("chooser-names");
  const said = document.getElementById("chooser-said");
  const out = document.getElementById("compared");
  const mostCommon = 12;
  let loading = null;
  let index = null;

  function load() {
    loading ??= new Promise((resolve, reject) => {
      window.datelineEntries = (packed) => unpack(packed).then(label).then(resolve);
      const script = document.createElement("script");
      script.src = `${root}timeline/entries.js`;
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return loading;
  }

  // Each table comes as JSON of its own: all of it at once would keep the page from answering.
  async function unpack(packed) {
    const all = {};
    for (const [name, text] of Object.entries(packed)) {
      all[name] = JSON.parse(text);
      await (globalThis.scheduler?.yield?.() ?? new Promise((go) => setTimeout(go)));
    }
    index = all;
  }

  // Who is offered: by name, with the kind where two have the same name.
  function label() {
    const count = new Map();
    for (const [, name] of index.entities) count.set(name, (count.get(name) ?? 0) + 1);
    index.labels = index.entities.map(([id, name]) => (count.get(name) > 1 ? `${name} (${id})` : name));
    names.replaceChildren(
      ...index.labels.map((text) => {
        const option = document.createElement("option");
        option.value = text;
        return option;
      }),
    );
  }

  const make = (name, style, ...parts) => {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...parts);
    return made;
  };
  const fileOf = (url) => `${root}${url}${location.protocol === "file:" ? "index.html" : ""}`;
  const nameOf = (who) => index.entities[who][1];

  // The index has the words of a date and what machines read of each in turn.
  function dated(entry) {
    const [parts] = index.dates[index.when[entry]];
    return parts.flatMap((text, place) => {
      if (place % 2) return [];
      if (!parts[place + 1]) return nodes(text);
      const time = make("time", "", text);
      time.dateTime = parts[place + 1];
      return [time];
    });
  }

  function linked(text, url) {
    const made = make("a", "", text);
    made.href = url;
    return made;
  }

  function chip(who) {
    const [id, name, kind] = index.entities[who];
    const [style, label] = index.kinds[kind];
    const made = linked("", fileOf(`${id}/`));
    made.className = `chip ${style}`;
    made.append(make("span", "away", ...nodes(`${label}: `)), make("bdi", "", name));
    return made;
  }

  function told(entry) {
    const teller = index.teller[entry];
    const slug = index.slug[entry];
    if (teller < 0) {
      const [id, , , , isCut] = index.entities[-1 - teller];
      const own = `${id.replace("/", ".")}.${slug}`;
      return [index.title[entry], isCut ? fileOf(`entries/${own}/`) : `${fileOf(`${id}/`)}#${own}`, ""];
    }
    const [article, title, , , language] = index.articles[teller];
    const place = slug ? `#e-${slug}` : "";
    return [index.title[entry] || title, `${fileOf(`articles/${article}/`)}${place}`, language];
  }

  function line(entry, chosen) {
    const columns = chosen.flatMap((who, column) => (index.names[entry].includes(who) ? [column] : []));
    const [title, url, language] = told(entry);
    const [, label, style] = index.statuses[index.status[entry]] ?? [];
    const heading = make("p", "line", linked(title, url));
    if (style === "retracted") heading.prepend(...nodes(`${words.retracted} `));
    if (language) heading.lang = language;
    const meta = make("p", "meta", ...columns.flatMap((column) => [make("span", "", nameOf(chosen[column])), " "]));
    if (label) meta.append(make("span", `status ${style}`, ...nodes(label)));
    const parts = [heading, meta, ...castOf(entry)];
    for (const part of parts) part.style.gridColumn = `${columns[0] + 2} / ${columns.at(-1) + 3}`;
    return make("li", "", make("p", "count", ...dated(entry)), ...parts);
  }

  // Who took part as what: no claim goes without what it says of them.
  function castOf(entry) {
    const roles = index.roles[entry] ?? [];
    if (!roles.length) return [];
    return [make("ul", "chips cast", ...roles.map(([who, role, status, note]) => {
      const [, label, style] = index.statuses[status] ?? [];
      const sure = label ? [role ? ", " : "", make("span", `status ${style}`, ...nodes(label))] : [];
      return make("li", "", chip(who), " ", make("span", "role", role, ...sure, note ? ` (${note})` : ""));
    }))];
  }

  function section(title, count, ...parts) {
    const heading = make("h2", "section-title", ...nodes(title), " ", make("span", "count", ...nodes(count)));
    return make("section", "block spread", heading, ...parts);
  }

  function lines(entries, chosen) {
    const list = make("ol", "both-lines", ...entries.map((entry) => line(entry, chosen)));
    const head = make("p", "sides-head", ...chosen.map((who) => make("span", "", nameOf(who))));
    head.setAttribute("aria-hidden", "true");
    for (const part of [list, head]) part.style.setProperty("--columns", chosen.length);
    [...head.children].forEach((part, column) => {
      part.style.gridColumn = String(column + 2);
    });
    return [head, list];
  }

  function common(title, isWanted, entries, chosen) {
    const counts = chosen.map(() => new Map());
    for (const entry of entries) {
      chosen.forEach((who, column) => {
        if (!index.names[entry].includes(who)) return;
        for (const other of index.names[entry]) counts[column].set(other, (counts[column].get(other) ?? 0) + 1);
      });
    }
    const sum = (other) => counts.reduce((total, each) => total + each.get(other), 0);
    const shared = [...counts[0].keys()]
      .filter((other) => !chosen.includes(other) && isWanted(other) && counts.every((each) => each.has(other)))
      .sort((one, other) => sum(other) - sum(one) || one - other)
      .slice(0, mostCommon);
    if (!shared.length) return [];
    const cell = (tag, scope, ...parts) => {
      const made = make(tag, scope === "col" || tag === "td" ? "num" : "", ...parts);
      if (scope) made.scope = scope;
      return made;
    };
    const head = make("tr", "", cell("th", "col", ...nodes(words.name)), ...chosen.map((who) => cell("th", "col", nameOf(who))));
    head.firstChild.className = "";
    const rows = shared.map((other) =>
      make("tr", "", cell("th", "row", chip(other)), ...counts.map((each) => cell("td", "", String(each.get(other))))),
    );
    return [section(title, words.both, make("table", "register common", make("thead", "", head), make("tbody", "", ...rows)))];
  }

  function draw(chosen) {
    const entries = index.names.flatMap((each, entry) => (chosen.some((who) => each.includes(who)) ? [entry] : []));
    const together = entries.filter((entry) => chosen.every((who) => index.names[entry].includes(who)));
    const isPlace = (other) => index.kinds[index.entities[other][2]][0] === "place";
    out.replaceChildren(
      make("p", "chips", ...chosen.map(chip)),
      section(words.together, String(together.length), ...lines(together, chosen)),
      ...common(words.places, isPlace, entries, chosen),
      ...common(words.others, (other) => !isPlace(other), entries, chosen),
      section(words.timelines, String(entries.length), ...lines(entries, chosen)),
    );
    said.replaceChildren(...nodes(`${chosen.map(nameOf).join(", ")}: ${words.together} ${together.length}`));
  }

  // Draws what the address asks for; nothing where it asks for nobody.
  async function show() {
    const asked = (new URLSearchParams(location.search).get("with") ?? "").split(",").filter(Boolean).slice(0, 3);
    if (asked.length === 0) {
      for (const input of inputs) input.value = "";
      out.replaceChildren();
      said.textContent = "";
      return;
    }
    await load();
    const places = asked.map((id) => index.entities.findIndex(([each]) => each === id));
    inputs.forEach((input, number) => {
      input.value = places[number] >= 0 ? index.labels[places[number]] : "";
    });
    const chosen = [...new Set(places.filter((place) => place >= 0))];
    if (chosen.length > 1) draw(chosen);
    else out.replaceChildren();
  }

  form.addEventListener("focusin", load, { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await load();
    const given = inputs.map((input) => input.value.trim()).filter(Boolean);
    const places = given.map((text) => index.labels.findIndex((each) => each.toLowerCase() === text.toLowerCase()));
    const unknown = given.filter((_, number) => places[number] < 0);
    if (unknown.length || new Set(places).size < 2) {
      said.replaceChildren(...nodes(unknown.length ? `${words.unknown} ${unknown.join(", ")}` : words.few));
      return;
    }
    const asked = [...new Set(places)].map((place) => index.entities[place][0]).join(",");
    history.pushState(null, "", `?with=${asked}`);
    show();
  });
  addEventListener("popstate", show);
  form.hidden = false;
  show();
})();
