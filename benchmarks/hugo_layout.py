"""Hold the settings and templates of the Hugo site that does, as nearly as it can, what Dateline does.

The templates are as plain as can be: a head, the pages' links and a foot, and in them titles, dates and summaries.
"""

_CONFIG = """baseURL = "https://chronicle.example/"
title = "Chronicle"
[taxonomies]
people = "people"
groups = "groups"
places = "places"
years = "years"
months = "months"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 50
"""

_BASE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title>
<link rel="alternate" type="application/rss+xml" href="/index.xml" title="{{ site.Title }}">
</head>
<body>
<header><p><a href="/">{{ site.Title }}</a></p>
<nav><ul>
<li><a href="/years/">Timeline</a></li>
<li><a href="/articles/">Articles</a></li>
<li><a href="/groups/">Groups</a></li>
<li><a href="/people/">People</a></li>
<li><a href="/places/">Places</a></li>
</ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p><a href="/index.xml">Feed</a></p></footer>
</body>
</html>
"""

_ARTICLE = """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
{{ with .Params.events }}<ol>{{ range . }}
<li><time datetime="{{ .date }}">{{ .date }}</time> {{ .title }} ({{ .status }})</li>{{ end }}
</ol>{{ end }}
{{ .Content }}
{{ range $kind := slice "groups" "people" "places" }}{{ with $.GetTerms $kind }}<ul>{{ range . }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul>{{ end }}{{ end }}</article>{{ end }}
"""

_ARTICLES = """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ .Content }}
<ol>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>
{{ .Summary }}</li>{{ end }}
</ol>{{ end }}
"""

_ENTRIES = _ARTICLES.replace("\n{{ .Summary }}", "")

_NAMES = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages.ByTitle }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul>{{ end }}
"""

_HOME = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ol>{{ range first 20 (where site.RegularPages "Section" "articles") }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2 January 2006" }}</time></li>{{ end }}
</ol>{{ end }}
"""

FILES = {
    "hugo.toml": _CONFIG,
    "layouts/baseof.html": _BASE,
    "layouts/page.html": _ARTICLE,
    "layouts/term.html": _ARTICLES,
    "layouts/years/term.html": _ENTRIES,
    "layouts/months/term.html": _ENTRIES,
    "layouts/section.html": _NAMES,
    "layouts/taxonomy.html": _NAMES,
    "layouts/home.html": _HOME,
}
"""The files of the Hugo site beside its content, by their path in it."""
