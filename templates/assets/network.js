// Lets the network follow a span of years: ties without an entry in it go, in the drawing and in the table. The span
// stands in the address.
"use strict";

(() => {
  const form = document.getElementById("span");
  if (!form) return;
  const [from, to] = form.querySelectorAll("input");
  const said = form.querySelector("[role=status]");
  const ties = [...document.querySelectorAll(".tie")];
  const rows = [...document.querySelectorAll(".ties tbody tr")];
  const marks = [...document.querySelectorAll(".network .mark")];
  const counts = (part) => part.dataset.when.split(" ").filter(Boolean).map((each) => each.split(":").map(Number));
  const all = new Map([...ties, ...rows].map((part) => [part, counts(part)]));
  const whole = [from.min, to.max];

  // Over the whole span everything is shown, also what is undated or stated and never told of in an entry.
  const isWhole = () => from.value === whole[0] && to.value === whole[1];
  const within = ([year]) => year >= Number(from.value) && year <= Number(to.value);
  const isShown = (part) => isWhole() || all.get(part).some(within);

  function show() {
    for (const part of [...ties, ...rows]) part.toggleAttribute("hidden", !isShown(part));
    const shown = ties.filter(isShown);
    const tied = new Set(shown.flatMap((tie) => tie.dataset.ends.split(" ").map(Number)));
    marks.forEach((mark, place) => mark.classList.toggle("untied", !isWhole() && !tied.has(place)));
    for (const line of document.querySelectorAll(".stated, .stated-gap")) line.toggleAttribute("hidden", !isWhole());
    for (const input of [from, to]) input.previousElementSibling.textContent = input.value;
    const parts = { shown: shown.length, all: ties.length, from: from.value, to: to.value };
    const text = form.dataset.shown.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
    said.replaceChildren(...window.datelineWords.nodes(text));
  }

  function remember() {
    history.replaceState(null, "", isWhole() ? location.pathname : `?from=${from.value}&to=${to.value}`);
  }

  // A span of other years, or of none, is no span.
  function restore() {
    const asked = new URLSearchParams(location.search);
    const [start, end] = [asked.get("from"), asked.get("to")].map((year) => Number(year || NaN));
    if (!(start >= Number(whole[0]) && start <= end && end <= Number(whole[1]))) return;
    [from.value, to.value] = [start, end];
    show();
  }

  form.addEventListener("change", remember);
  from.addEventListener("input", () => {
    if (Number(from.value) > Number(to.value)) to.value = from.value;
    show();
  });
  to.addEventListener("input", () => {
    if (Number(to.value) < Number(from.value)) from.value = to.value;
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  restore();
})();
