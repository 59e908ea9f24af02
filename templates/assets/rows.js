// Prints entries of the index as the pages of the timeline print them; links begin with `./`, the site's root.
"use strict";

window.datelineRows = (index, words) => {
  const { html, plain } = window.datelineWords;
  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const filled = (text, part) => text.replace(/\{\w+\}/, () => part);
  // A date has its words and what machines read of each in turn; without its year mostly the words alone.
  const timed = (text, time) => (time ? `<time datetime="${time}">${escaped(text)}</time>` : escaped(text));
  function dateOf(date, isShort) {
    const whole = index.dates[date][0];
    const short = index.dates[date][1];
    const isBare = isShort && short.length * 2 === whole.length;
    const texts = isShort && !isBare ? short : whole;
    return texts.map((text, place) => (place % 2 ? "" : timed(isBare ? short[place / 2] : text, texts[place + 1]))).join("");
  }

  const titleOf = (entry) => index.title[entry] || index.articles[index.teller[entry]]?.[1] || "";

  const linked = (url) => `./${url}`;
  const nameOf = (place, style) => {
    const [id, name, kind] = index.entities[place];
    const [css, label] = index.kinds[kind];
    const spoken = style ? `<span class="away">${escaped(label)}: </span>` : "";
    return `<a class="${style}${css}" href="${linked(id)}/">${spoken}<bdi>${escaped(name)}</bdi></a>`;
  };
  const statusOf = (place) => {
    if (place < 0) return "";
    const [, label, style] = index.statuses[place];
    return `<span class="status ${style}">${escaped(label)}</span>`;
  };

  function drawn(date) {
    const shapes = (date[3].startsWith("dashed M.5") || date[3].startsWith("axis ") ? "" : "axis M0 7.5h96|") + date[3];
    const paths = shapes.replace(/(\w+) ([^|]+)\|?/g, '<path class="$1" d="$2"/>');
    return `<svg class="extent time" viewBox="0 0 96 8" preserveAspectRatio="none" aria-hidden="true">${paths}</svg>`;
  }

  function dateLine(entry) {
    const isOwn = index.byPublication && index.teller[entry] < 0;
    const place = isOwn ? index.when[entry] : index.date[entry];
    const date = index.dates[place];
    const own = index.notes[index.byPublication && !isOwn ? index.told[entry] : index.note[entry]];
    const note = index.slug[entry] ? (own ?? (index.byPublication && !isOwn ? "" : date[2])) : words.published;
    const beside = note ? ` <span class="date-note">${escaped(note)}</span>` : "";
    return `<p class="entry-date">${dateOf(place, !isOwn)}${beside} ${drawn(date)}</p>`;
  }

  function idOf(entry) {
    const teller = index.teller[entry];
    const own = teller < 0 ? index.entities[-1 - teller][0].replace("/", ".") : index.articles[teller][0];
    return index.slug[entry] ? `${own}.${index.slug[entry]}` : own;
  }

  function pageOf(entry) {
    const teller = index.teller[entry];
    if (teller < 0) {
      const [id, , , , isCut] = index.entities[-1 - teller];
      return linked(isCut ? `entries/${idOf(entry)}/` : `${id}/#${idOf(entry)}`);
    }
    return linked(`articles/${index.articles[teller][0]}/${index.slug[entry] ? `#e-${index.slug[entry]}` : ""}`);
  }

  function restOf(entry) {
    if (index.rest[entry] < 0) return "";
    const [isOne, ...sources] = index.rests[index.rest[entry]];
    const opening = isOne ? words.oneSource : sources.length > 1 ? words.sources : words.source;
    const links = sources.map(([label, url, archive, date]) => {
      const version = archive ? ` data-versionurl="${escaped(archive)}"` : "";
      const dated = date ? ` data-versiondate="${date}"` : "";
      return url ? `<a href="${escaped(url)}"${version}${dated}>${escaped(label)}</a>` : escaped(label);
    });
    return `<span class="rest">${opening} ${links.join(", ")}</span>`;
  }

  function tellerOf(entry) {
    const teller = index.teller[entry];
    if (teller < 0) return `<span>${filled(words.toldBy, nameOf(-1 - teller, ""))}</span>`;
    const [slug, title, date, , language, corrected] = index.articles[teller];
    const lang = language ? ` lang="${language}"` : "";
    const link = `<a href="${linked(`articles/${slug}`)}/"${lang}>${escaped(title)}</a>`;
    const told = index.slug[entry] ? `<span>${filled(words.toldIn, `${link}, ${dateOf(date, false)}`)}</span>` : "";
    const mark = corrected === undefined ? "" : ` <a class="corrected" href="${linked(`articles/${slug}/#corrections`)}">${filled(words.corrected, corrected).trim()}</a>`;
    return told + (index.lag[entry] < 0 ? "" : ` <span class="lag">${escaped(index.notes[index.lag[entry]])}</span>`) + mark;
  }

  function chipsOf(entry) {
    const parts = new Map();
    for (const [who, role, status, note] of index.roles[entry] ?? []) {
      const told = [escaped(role), statusOf(status)].filter(Boolean).join(", ") + (note ? ` (${escaped(note)})` : "");
      parts.set(who, [...(parts.get(who) ?? []), told]);
    }
    const cast = [...parts].map(([who, told]) => `<li>${nameOf(who, "chip ")} <span class="role">${told.join("; ")}</span></li>`);
    const others = index.names[entry].filter((who) => who !== index.place[entry] && !parts.has(who));
    const all = [...cast, ...others.map((who) => `<li>${nameOf(who, "chip ")}</li>`)];
    return all.length ? `<ul class="chips" aria-label="${plain(words.chips)}">${all.join("")}</ul>` : "";
  }

  function rowOf(entry, texts) {
    const language = index.articles[index.teller[entry]]?.[4];
    const lang = language ? ` lang="${language}"` : "";
    const isRetracted = index.statuses[index.status[entry]]?.[0] === "retracted";
    const text = texts?.[entry] ?? "";
    const place = index.place[entry] < 0 ? "" : `<span class="dateline${text ? "" : " alone"}">${nameOf(index.place[entry], "")}</span> `;
    const body = text || place ? `<p class="entry-text"${lang}>${place}${text}</p>` : "";
    const link = `<a href="${pageOf(entry)}">${escaped(titleOf(entry))}</a>`;
    const title = `<h4 class="entry-title"${lang}>${isRetracted ? filled(words.retracted, link) : link}</h4>`;
    const own = index.slug[entry] ? linked(`entries/${idOf(entry)}/`) : pageOf(entry);
    const links = `<span class="own"><a class="permalink" href="${own}">${words.ownPage}</a> <button type="button" class="copy">${words.copy}</button></span>`;
    const meta = [statusOf(index.status[entry]), restOf(entry), tellerOf(entry), links].filter(Boolean).join(" ");
    return html(`<li class="entry">${dateLine(entry)}<div>${title}${body}</div><p class="meta">${meta}</p>${chipsOf(entry)}</li>`);
  }

  // Headings of a year and of a month, each with how many of its entries are found.
  function headings(entry) {
    const date = index.dates[index.date[entry]];
    return date && date[6] >= 0 ? index.periods[date[6]] : index.undated[index.byPublication ? 1 : 0];
  }

  return { headings, rowOf };
};
