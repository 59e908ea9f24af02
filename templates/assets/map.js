// Enlarges a map: by buttons, by the wheel with Ctrl, by dragging; a mark that gets the focus is brought into view.
"use strict";

for (const figure of document.querySelectorAll(".map-figure")) {
  const svg = figure.querySelector("svg");
  const { width, height } = svg.viewBox.baseVal;
  const marks = [...svg.querySelectorAll(".mark")].map((link) => {
    const { e: x, f: y } = link.transform.baseVal.consolidate().matrix;
    return { link, x, y, drawn: link.firstElementChild, text: link.querySelector("text") };
  });
  const narrow = matchMedia("(max-width: 39.99em)");
  const most = 8;
  let zoom = 1;
  let middle = { x: width / 2, y: height / 2 };
  let dragged = null;

  const within = (value, least, greatest) => Math.min(Math.max(value, least), greatest);

  function show() {
    const wide = width / zoom;
    const tall = height / zoom;
    middle = { x: within(middle.x, wide / 2, width - wide / 2), y: within(middle.y, tall / 2, height - tall / 2) };
    svg.setAttribute("viewBox", `${middle.x - wide / 2} ${middle.y - tall / 2} ${wide} ${tall}`);
    for (const { drawn, text } of marks) {
      drawn.setAttribute("transform", `scale(${1 / zoom})`);
      if (text) {
        const needed = Number(text.dataset.zoom) * (narrow.matches ? 24 / 14 : 1);
        text.classList.toggle("shown", needed <= zoom);
      }
    }
    buttons.in.disabled = zoom >= most;
    buttons.out.disabled = buttons.whole.disabled = zoom <= 1;
    svg.classList.toggle("enlarged", zoom > 1);
  }

  function enlarge(factor, around = middle) {
    const next = within(zoom * factor, 1, most);
    const share = zoom / next;
    middle = { x: around.x + (middle.x - around.x) * share, y: around.y + (middle.y - around.y) * share };
    zoom = next;
    show();
  }

  function spot(event) {
    const box = svg.getBoundingClientRect();
    const wide = width / zoom;
    const tall = height / zoom;
    return {
      x: middle.x - wide / 2 + ((event.clientX - box.left) / box.width) * wide,
      y: middle.y - tall / 2 + ((event.clientY - box.top) / box.height) * tall,
    };
  }

  const tools = document.createElement("p");
  tools.className = "map-tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", window.datelineWords.plain(figure.dataset.zoomLabel));
  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.append(...window.datelineWords.nodes(label));
    made.addEventListener("click", act);
    tools.append(made);
    return made;
  };
  const focused = () => marks.find(({ link }) => link.classList.contains("chosen"));
  const buttons = {
    in: button(figure.dataset.zoomIn, () => enlarge(2, focused() || middle)),
    out: button(figure.dataset.zoomOut, () => enlarge(0.5)),
    whole: button(figure.dataset.zoomWhole, () => enlarge(1 / most)),
  };
  svg.before(tools);

  svg.addEventListener("focusin", (event) => {
    for (const mark of marks) {
      const isChosen = mark.link === event.target;
      mark.link.classList.toggle("chosen", isChosen);
      const isOut = Math.abs(mark.x - middle.x) > width / zoom / 2 || Math.abs(mark.y - middle.y) > height / zoom / 2;
      if (isChosen && isOut) {
        middle = { x: mark.x, y: mark.y };
        show();
      }
    }
  });
  svg.addEventListener("wheel", (event) => {
    if (event.ctrlKey) {
      event.preventDefault();
      enlarge(event.deltaY < 0 ? 1.25 : 0.8, spot(event));
    }
  }, { passive: false });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    dragged = zoom > 1 ? { at: spot(event), moved: false } : null;
  });
  addEventListener("pointermove", (event) => {
    if (dragged && event.buttons) {
      const here = spot(event);
      dragged.moved ||= Math.hypot(here.x - dragged.at.x, here.y - dragged.at.y) * zoom > 6;
      if (dragged.moved) {
        middle = { x: middle.x + dragged.at.x - here.x, y: middle.y + dragged.at.y - here.y };
        show();
      }
    }
  });
  svg.addEventListener("click", (event) => {
    if (dragged?.moved) {
      event.preventDefault();
    }
    dragged = null;
  }, true);
  narrow.addEventListener("change", show);
  show();
}
