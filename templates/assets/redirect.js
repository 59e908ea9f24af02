// Leads on to where the page is now, with the place on it that was asked for. Without it the page leads on all the same.
location.replace(document.currentScript.dataset.target + location.hash);
