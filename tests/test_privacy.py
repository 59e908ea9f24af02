"""No name of a private entity occurs in any byte of a site, wherever its author has put it, and however written."""

import html
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import quote, unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.changing import markdown, telling_templates, toml

from dateline.model.problem import has_errors
from dateline.model.source import Build, CopiedFile, Options, Sources
from dateline.pipeline import build_site

Files = dict[str, dict[str, object]]

NAMES = (
    "Annabel Bellweather",
    "Zoé Quill",
    "Li Na Quo",
    "José María Ñandúez",
    "Xanthippe",
    "Åsa-Öland",
    "O’Xandry Vex",
    "Ксения Ждан",
    "王伟明",
    "عبد اللطيف قرش",
)
SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFC", name),
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace(" ", "_"),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "** **").join(("**", "**")),
    lambda name: f"{name[:2]}\u00ad{name[2:]}",
    quote,
    lambda name: "".join(f"&#{ord(letter)};" for letter in name),
    lambda name: json.dumps(name)[1:-1],
    lambda name: f"[[{name}]]",
    lambda name: f"[[!{name}]]",
    lambda name: f"[[minor|{name}]]",
    lambda name: f"`{name}`",
    lambda name: f"<b>{name}</b>",
    lambda name: f'<span title="{name}">it</span>',
    lambda name: f"[{name}](https://example.org/)",
    lambda name: f"[it](https://example.org/{quote(name)})",
    lambda name: f"![{name}](/a.png)",
    lambda name: f"[it](/a.png '{name}')",
    lambda name: f"{name}’s",
    lambda name: f"\n# {name}\n",
    lambda name: f"\n    {name}\n",
    lambda name: f"\n```{name}\n{name}\n```\n",
    lambda name: f"\n| a | b |\n|---|---|\n| {name} | c |\n",
    lambda name: f"<!-- {name} -->",
    lambda name: f"it.[^n]\n\n[^n]: {name}\n",
    lambda name: "it.[^{}]".format(re.sub(r"[^\w]+", "-", name)),
    lambda name: "it.[^{0}]\n\n[^{0}]: That.\n".format(re.sub(r"[^\w]+", "-", name)),
    lambda name: name.split()[-1],
)
ARTICLE, OTHER, PAGE, SITE = "articles/one.md", "people/bob.md", "pages/about.md", "site.toml"


def base(name: str) -> Files:
    """Return a site with a private entity of this name, and nothing that says it elsewhere."""
    return {
        "people/minor.md": {"name": name, "public": False, "label": "a minor", "redirects": ["/was/"], "body": name},
        OTHER: {"name": "Bob Smith", "body": "He is somebody."},
        ARTICLE: {"title": "One", "date": "2020", "body": "Bob Smith met somebody."},
        PAGE: {"title": "About", "body": "This is about."},
        SITE: {"title": "Record", "base_url": "https://example.org/record/"},
    }


def _text(file: str, key: str) -> Callable[[Files, str], None]:
    def put(files: Files, words: str) -> None:
        files[file][key] = f"{files[file].get(key) or ''} This is {words} there."

    return put


def _value(file: str, key: str, shape: Callable[[str], object]) -> Callable[[Files, str], None]:
    def put(files: Files, words: str) -> None:
        files[file][key] = shape(words)

    return put


def _file_name(files: Files, words: str) -> None:
    name = re.sub(r"[^\w-]+", "-", words).strip("-") or "x"
    files[f"articles/2021-{name}.md"] = {"title": "Two", "body": "Two."}


def _relations(files: Files, words: str) -> None:
    files["people/eve.md"] = {"name": "Eve Jones"}
    told = {"type": "leads", "entity": "eve", "note": f"By the word of {words} himself", "source": {"title": words}}
    files[OTHER]["relations"] = [told, {"type": "rival of", "entity": "minor", "source": "A list"}]


def _event(file: str, shape: Callable[[str], dict[str, object]]) -> Callable[[Files, str], None]:
    return _value(file, "events", lambda words: [{"date": "2019", "title": "It", **shape(words)}])


EVENTS: Mapping[str, Callable[[str], dict[str, object]]] = {
    "title": lambda w: {"title": f"On {w} once"},
    "text": lambda w: {"text": f"And {w}."},
    "note": lambda w: {"note": w},
    "entity": lambda _: {"entities": ["minor"]},
    "slug": lambda w: {"slug": w},
    "role": lambda w: {"roles": [{"entity": "bob", "as": w, "note": f"By the word of {w}"}]},
    "role of the private": lambda w: {
        "roles": [{"entity": "minor", "as": "suspect", "note": w}, {"entity": "bob", "as": "driver"}]
    },
}


PLACES: Mapping[str, Callable[[Files, str], None]] = {
    **{f"{key} of an article": _text(ARTICLE, key) for key in ("title", "summary", "body")},
    **{f"{key} of an entity": _text(OTHER, key) for key in ("summary", "body")},
    **{f"{key} of a page": _text(PAGE, key) for key in ("title", "summary", "body")},
    **{f"event {what} of {file}": _event(file, shape) for what, shape in EVENTS.items() for file in (ARTICLE, OTHER)},
    "heading": _value(ARTICLE, "body", lambda w: f"## 2019: On {w} once {{.event}}\n\nText."),
    "text below a heading": _value(ARTICLE, "body", lambda w: f"## 2019: It {{.event}}\n\nThis is {w} there."),
    "note in a heading": _value(ARTICLE, "body", lambda w: f'## 2019: It {{.event note="{w}"}}'),
    "name of a heading": _value(ARTICLE, "body", lambda w: f"## 2019: It {{.event #{w}}}"),
    "source title": _value(ARTICLE, "sources", lambda w: [{"title": f"The {w} case"}]),
    "source author": _value(ARTICLE, "sources", lambda w: [{"title": "It", "authors": [w]}]),
    "source address": _value(ARTICLE, "sources", lambda w: [{"url": f"https://example.org/{quote(w)}"}]),
    "source id": _value(ARTICLE, "sources", lambda w: [{"title": "It", "id": re.sub(r"[\W_]+", "-", w)}]),
    "source place": _value(ARTICLE, "sources", lambda w: [{"title": "It", "at": w, "pages": w}]),
    "event source": _value(
        ARTICLE, "events", lambda w: [{"date": "2019", "title": "It", "sources": [{"publisher": w}, {"title": w}]}]
    ),
    "correction": _value(ARTICLE, "corrections", lambda w: [{"date": "2021", "note": f"It was {w}."}]),
    "tag": _value(ARTICLE, "tags", lambda w: [w]),
    "author": _value(ARTICLE, "authors", lambda w: [w]),
    "slug": _value(ARTICLE, "slug", lambda w: re.sub(r"[\W_]+", "-", w.casefold()).strip("-")),
    "redirect": _value(ARTICLE, "redirects", lambda w: ["/" + re.sub(r"[^\w]+", "-", w) + "/"]),
    "pin": _value(ARTICLE, "entities", lambda w: {w: "minor"}),
    "extra": _value(ARTICLE, "of_mine", lambda w: {"deep": [w]}),
    "extra key": _value(ARTICLE, "of_mine", lambda w: {w: 1}),
    "alias": _value(OTHER, "aliases", lambda w: [w]),
    "weak alias": _value(OTHER, "weak_aliases", lambda w: [w]),
    "part of": _value(OTHER, "part_of", lambda _: "minor"),
    "relations": _relations,
    "context": _value(OTHER, "context", lambda w: [w]),
    "entity extra": _value(OTHER, "of_mine", lambda w: w),
    "page extra": _value(PAGE, "of_mine", lambda w: [w]),
    "site title": _value(SITE, "title", str),
    "site description": _value(SITE, "description", str),
    "site notice": _value(SITE, "notice", str),
    "navigation": _value(SITE, "navigation", lambda w: {w: "/timeline/"}),
    "file name": _file_name,
}


def build(files: Files) -> Build:
    """Return the site of these files, whose templates print all that they are given."""
    texts = {path: toml_of(said) if path == SITE else markdown(said) for path, said in files.items()}
    sources = Sources(texts, frozenset({"a.png"}), templates=telling_templates(), assets={"style.css": b"p {}"})
    return build_site(sources, Options(today=date(2026, 1, 1), version="1", drafts=True))


def toml_of(said: Mapping[str, object]) -> bytes:
    """Return settings, tables among them."""
    plain = {key: value for key, value in said.items() if not isinstance(value, dict)}
    tables = {key: value for key, value in said.items() if isinstance(value, dict)}
    lines = [f"[{key}]\n" + toml({json.dumps(k): v for k, v in t.items()}).decode() for key, t in tables.items()]
    return toml(plain) + "".join(lines).encode()


def readings(data: bytes) -> set[str]:
    """Return what bytes say to whoever undoes the escapes of URLs, HTML, XML and JSON; in small letters."""
    found = {data.decode("utf-8", "replace")}
    for _ in range(3):
        found |= {html.unescape(text) for text in found} | {unquote(text) for text in found}
        found |= {re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text) for text in found}
        found |= {re.sub(r"<[^>]*>", "", text) for text in found}
    forms = {unicodedata.normalize(form, text).casefold() for text in found for form in ("NFC", "NFD")}
    return {re.sub(r"[\s_\u00a0\u00ad-]+", " ", text.replace("\u00ad", "")) for text in forms}


def leaks(made: Build, name: str) -> list[str]:
    """Return the outputs in whose path or bytes a name occurs."""
    wanted = {re.sub(r"[\s_-]+", " ", unicodedata.normalize(form, name).casefold()) for form in ("NFC", "NFD")}
    outputs = {path: b"" if isinstance(data, CopiedFile) else data for path, data in made.outputs.items()}
    texts = {path: readings(path.encode()) | readings(data) for path, data in outputs.items()}
    return [path for path, found in texts.items() if any(each in text for each in wanted for text in found)]


@pytest.mark.property
@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(NAMES),
    st.lists(st.tuples(st.sampled_from(sorted(PLACES)), st.sampled_from(SPELLINGS)), min_size=1, max_size=3),
)
def test_nothing_private_occurs_in_any_byte(name: str, put: list[tuple[str, Callable[[str], str]]]) -> None:
    """Either the build is refused, or no output holds the name."""
    files = base(name)
    for place, spell in put:
        PLACES[place](files, spell(name))
    made = build(files)
    assert has_errors(made.problems) or leaks(made, name) == []


def test_a_relation_with_a_private_entity_is_withheld() -> None:
    """What others state of each other stays; a private name in it is told."""
    files = base("Annabel Bellweather")
    PLACES["relations"](files, "a minor")
    made = build(files)
    assert not has_errors(made.problems)
    ends = {path: bytes(made.outputs[path]).count(b"RelationRowView") for path in made.outputs if "people/" in path}  # type: ignore[arg-type]
    assert ends == {"people/bob/index.html": 1, "people/eve/index.html": 1, "people/index.html": 0}
    PLACES["relations"](files, "Annabel Bellweather")
    assert "'relations' holds a name of people/minor" in str(build(files).problems[0])
