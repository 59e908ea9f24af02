// Leads on to where the page is now, with the place on it that was asked for. Without it the page leads on all the same.
const { target, before, now } = document.currentScript.dataset;
const isOwn = before && location.hash.startsWith("#" + before);
location.replace(target + (isOwn ? "#" + now + location.hash.slice(before.length + 1) : location.hash));
