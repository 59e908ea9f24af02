// Lets readers narrow the span of the timeline on its strip: by dragging across it, or with two handles and the arrow keys.
// It fills From and To of the filter, which does the rest.
"use strict";

(() => {
  const figure = document.querySelector("figure.brush");
  const form = document.querySelector("#filter form");
  if (!figure || !form) return;
  const [first, months, slots] = ["first", "months", "slots"].map((name) => Number(figure.dataset[name]));
  const place = figure.querySelector(".strip-span");
  const chart = place.querySelector("svg");
  const fields = [form.elements.from, form.elements.to];
  let month = null; // says months in words; made when a handle is first used, as that takes some 30 ms

  const shade = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shade.setAttribute("class", "outside");
  chart.append(shade);

  // A handle stands at the edge of a slot: From at its beginning, To at its end.
  const handles = fields.map((field, end) => {
    const handle = document.createElement("input");
    Object.assign(handle, { type: "range", className: "handle", min: "0", max: String(slots), step: "1" });
    handle.value = String(end * slots);
    handle.setAttribute("aria-label", field.labels[0].firstChild.textContent.trim());
    place.append(handle);
    return handle;
  });

  const monthOf = (edge, end) => first + edge * months - end;

  const textOf = (edge, end) => (edge === end * slots ? "" : written(edge, end));

  function written(edge, end) {
    const year = Math.floor(monthOf(edge, end) / 12);
    const digits = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
    return months === 1 ? `${digits}-${String((((monthOf(edge, end) % 12) + 12) % 12) + 1).padStart(2, "0")}` : digits;
  }

  function spoken(edge, end) {
    const number = monthOf(edge, end);
    if (months > 1 || number < 12 || !month) return written(edge, end);
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(number / 12), ((number % 12) + 12) % 12, 1);
    return month.format(date);
  }

  function edgeOf(text, end) {
    const [, year, part] = /^\s*(-?\d{1,6})(?:-(\d\d))?/.exec(text) ?? [];
    if (year === undefined) return end * slots;
    const number = Number(year) * 12 + (part ? Number(part) - 1 + end : end * 12);
    const edge = (number - first) / months;
    return Math.max(0, Math.min(slots, end ? Math.ceil(edge) : Math.floor(edge)));
  }

  function draw() {
    const [from, to] = handles.map((handle) => (1000 * Number(handle.value)) / slots);
    shade.setAttribute("d", `M0 0h${from}v100H0zM${to} 0H1000v100H${to}z`);
    handles.forEach((handle, end) => handle.setAttribute("aria-valuetext", spoken(Number(handle.value), end)));
  }

  function follow() {
    handles.forEach((handle, end) => (handle.value = String(edgeOf(fields[end].value, end))));
    draw();
  }

  function say(kind) {
    handles.forEach((handle, end) => {
      const text = textOf(Number(handle.value), end);
      if (kind === "input" && fields[end].value === text) return;
      fields[end].value = text;
      fields[end].dispatchEvent(new Event(kind, { bubbles: true }));
    });
    draw();
  }

  handles.forEach((handle, end) => {
    handle.addEventListener("focus", () => {
      const parts = { year: "numeric", month: "long", timeZone: "UTC" };
      month ??= new Intl.DateTimeFormat(document.documentElement.lang, parts);
      draw();
    });
    handle.addEventListener("input", () => {
      const [from, to] = handles.map((each) => Number(each.value));
      if (from >= to) handle.value = String(end ? from + 1 : to - 1);
      say("input");
    });
    handle.addEventListener("change", () => say("change"));
  });

  let start = null;
  let isDrag = false;
  const edgeAt = (event) => {
    const box = chart.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(1, document.documentElement.dir === "rtl" ? 1 - share : share)) * slots;
  };
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0) start = { at: edgeAt(event), x: event.clientX };
    isDrag = false;
  });
  chart.addEventListener("pointermove", (event) => {
    if (!start || (!isDrag && Math.abs(event.clientX - start.x) < 6)) return;
    if (!isDrag) chart.setPointerCapture(event.pointerId);
    isDrag = true;
    const [from, to] = [start.at, edgeAt(event)].sort((one, other) => one - other);
    handles[0].value = String(Math.min(Math.floor(from), slots - 1));
    handles[1].value = String(Math.max(Math.ceil(to), Math.floor(from) + 1));
    say("input");
  });
  const stop = () => {
    if (start && isDrag) say("change");
    start = null;
  };
  chart.addEventListener("pointerup", stop);
  chart.addEventListener("pointercancel", stop);
  chart.addEventListener("click", (event) => isDrag && event.preventDefault(), true);

  form.addEventListener("input", (event) => event.isTrusted && follow());
  form.addEventListener("dateline-filled", follow);
  follow();
})();
