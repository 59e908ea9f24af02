// Narrows the timeline in place. Without it the page is whole.
const panel = document.getElementById("filter");
const form = panel.querySelector("form");
const output = panel.querySelector("output");
const entries = [...document.querySelectorAll(".timeline .entry")];
const sections = [...document.querySelectorAll(".timeline section")];

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map(entries.map((entry) => [entry, plain(entry.textContent)]));
const words = (list) => new Set(list.split(" "));
const named = new Map(entries.map((entry) => [entry, words(entry.dataset.names)]));
const kinds = new Map(entries.map((entry) => [entry, words(entry.dataset.kinds)]));

// An undated entry is in no span of years, and so it stays only while none is chosen.
const isWithin = (year, from, to) =>
  year === "" ? !from && !to : (!from || Number(year) >= Number(from)) && (!to || Number(year) <= Number(to));

function apply() {
  const chosen = Object.fromEntries(new FormData(form));
  const sought = plain(chosen.text);
  let shown = 0;
  for (const entry of entries) {
    const names = named.get(entry);
    entry.hidden = !(
      (!chosen.kind || kinds.get(entry).has(chosen.kind)) &&
      (!chosen.who || names.has(chosen.who)) &&
      (!chosen.where || names.has(chosen.where)) &&
      isWithin(entry.dataset.year, chosen.from, chosen.to) &&
      texts.get(entry).includes(sought)
    );
    shown += !entry.hidden;
  }
  for (const section of sections) section.hidden = !section.querySelector(".entry:not([hidden])");
  output.value = output.dataset.text.replace("{shown}", shown).replace("{all}", entries.length);
}

form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
panel.hidden = false;
panel.open = matchMedia("(min-width: 64em)").matches;
