/* Draw what is wrong with the sources over the pages of a preview. Published sites do not load it. */
"use strict";
(() => {
  const script = document.currentScript.src;

  const element = (name, className, text = "") => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const line = (problem) => {
    const item = element("li", `preview-problem preview-${problem.severity}`);
    const head = element("p", "preview-place");
    head.append(element("code", "", problem.place), " ", element("span", "preview-code", problem.code));
    item.append(head, element("p", "preview-message", problem.message));
    if (problem.hint) {
      item.append(element("p", "preview-hint", problem.hint));
    }
    return item;
  };

  const box = (problems) => {
    const errors = problems.filter((problem) => problem.severity === "error").length;
    const made = element("aside", "preview-problems");
    made.setAttribute("aria-label", "Problems in the content");
    const list = element("ol", "preview-list");
    list.append(...problems.map(line));
    const details = element("details", "");
    details.open = errors > 0;
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const stale = errors > 0 ? " – this page is as it was before" : "";
    details.append(element("summary", "preview-summary", count + stale), list);
    made.append(details);
    return made;
  };

  const status = element("div", "");
  status.setAttribute("role", "status");
  let styled = null;

  /* The box has its look before it is seen. */
  const style = () => {
    styled ??= new Promise((resolve) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = new URL("preview.css", script).href;
      link.addEventListener("load", resolve);
      link.addEventListener("error", resolve);
      document.head.append(link);
      document.body.append(status);
    });
    return styled;
  };

  const show = async (problems) => {
    if (problems.length > 0) {
      await style();
    }
    status.replaceChildren(...(problems.length > 0 ? [box(problems)] : []));
  };

  /* One after the other, so that an answer that is late never covers a newer one. */
  let shown = Promise.resolve();
  const ask = () => {
    shown = shown
      .then(() => fetch(new URL("../problems.json", script), { cache: "no-store" }))
      .then((response) => (response.ok ? response.json() : []))
      .then(show)
      .catch(() => {});
  };
  ask();

  /* livereload.js, which is run after this script, tells the server when the page was loaded, and asks here first. */
  window.LiveReloadPluginPreview = class {
    static identifier = "preview";

    static version = "1";

    analyze() {
      const own = document.querySelector('script[src*="/livereload.js?"]');
      return { shown: new URL(own.src).searchParams.get("shown") };
    }

    reload(path) {
      if (path !== "problems.json") {
        return false;
      }
      ask();
      return true;
    }
  };
})();
