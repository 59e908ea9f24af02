"""Turn the links and images that an author wrote into URL paths of the site."""

import re
from collections.abc import Mapping
from dataclasses import field
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, unquote, urlsplit

from markdown_it.token import Token

from dateline.model.dataclass import dataclass
from dateline.model.names import UrlPath
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.model.text import Passage, Place, line_starts
from dateline.model.urls import MEDIA
from dateline.reading.markdown import Tokens, origin

_UNDESCRIBED = re.compile(r"<img\b(?![^>]*\balt\s*=)", re.IGNORECASE)
DECORATION = "-"
"""The words of a picture that only decorates: those who cannot see it are told nothing of it."""

_MOST_LIKE = 5
_ATTRIBUTES = {"link_open": "href", "image": "src"}


@dataclass(frozen=True, slots=True)
class InternalLink:
    """A link to a page of the site, and where it was written."""

    url: UrlPath
    """Without query and fragment."""
    path: str
    """The source file, below the content folder."""
    place: Place


@dataclass(frozen=True, slots=True)
class Targets:
    """What links of the content folder can lead to."""

    pages: Mapping[str, UrlPath]
    """The URL path of each Markdown file's page, by the file's path below the content folder."""
    files: frozenset[str]
    """Every other file below the content folder."""


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text and the file that it was written in."""

    passage: Passage
    path: str
    """Below the content folder."""
    file: str
    """The same file, named from the folder that the user works in."""


@dataclass(frozen=True, slots=True)
class ResolvedLinks:
    """A text whose links lead somewhere, and where they lead."""

    tokens: Tokens
    """An internal link or image has `meta["internal"]` and a URL path from the root, with no leading slash."""
    files: frozenset[str]
    """The files of the content folder that it uses."""
    links: tuple[InternalLink, ...]
    """Links to pages, which are yet to be checked."""
    problems: tuple[Problem, ...]


def resolve_links(tokens: Tokens, source: TextSource, targets: Targets) -> ResolvedLinks:
    """Return the tokens with internal links as URL paths, and a problem for each that leads nowhere.

    Links within the page, to other sites and to mail stay as they are.
    """
    resolver = _Resolver(source, targets)
    if "<img" in source.passage.text.lower():
        resolver.look_for_images_in_html(tokens)
    resolved = tuple(
        token.copy(children=[resolver.resolve(child) for child in token.children])
        if token.children and any(child.type in _ATTRIBUTES for child in token.children)
        else token
        for token in tokens
    )
    return ResolvedLinks(resolved, frozenset(resolver.files), tuple(resolver.links), tuple(resolver.problems))


@dataclass(slots=True)
class _Resolver:
    source: TextSource
    targets: Targets
    files: set[str] = field(default_factory=set)
    links: list[InternalLink] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def resolve(self, token: Token) -> Token:
        """Return the token, its address resolved where it is one of this site."""
        if token.type == "image" and not token.content.strip():
            self._tell_undescribed(self.source.passage.locate(origin(token, 0)))
        attribute = _ATTRIBUTES.get(token.type)
        address = str(token.attrs.get(attribute, "")) if attribute else ""
        parts = _split(address)
        if attribute is None or parts.scheme or parts.netloc or not parts.path:
            return token
        place = self.source.passage.locate(origin(token, 0))
        if token.meta.get("internal"):  # a text whose private names were replaced is resolved a second time
            self._note_again(UrlPath(unquote(parts.path)), place)
            return token
        url = self._url(unquote(parts.path), place)
        if url is None:
            return token
        whole = parts._replace(path=quote(url)).geturl()
        return token.copy(attrs={**token.attrs, attribute: whole}, meta={**token.meta, "internal": True})

    def look_for_images_in_html(self, tokens: Tokens) -> None:
        """Tell of those that have no words; a block of HTML is told by its first line."""
        for token in tokens:
            raw = (child for child in (token, *(token.children or ())) if child.type in ("html_block", "html_inline"))
            count = sum(len(_UNDESCRIBED.findall(each.content)) for each in raw)
            if count:
                line = token.map[0] if token.map else 0
                self._tell_undescribed(self.source.passage.locate(line_starts(self.source.passage.text)[line]))

    def _tell_undescribed(self, place: Place) -> None:
        hint = f"write what it shows: ![Two trucks on a bridge](…), or ![{DECORATION}](…) if it says nothing of its own"
        where, message = Location.at(self.source.file, place), "this picture has no words for those who cannot see it"
        self.problems.append(Problem(Code.ALT_MISSING, message, where, hint, Severity.WARNING))

    def _url(self, path: str, place: Place) -> UrlPath | None:
        file = _below(self.source.path, path)
        if path.startswith("/"):
            return self._page(UrlPath(path.lstrip("/")), place)
        if file is not None and file in self.targets.pages:
            return self._page(self.targets.pages[file], place)
        if file in self.targets.files:
            self.files.add(file)
            return UrlPath(f"{MEDIA}{file}")
        self._report(path, place)
        return None

    def _note_again(self, url: UrlPath, place: Place) -> None:
        file = url.removeprefix(MEDIA)
        if file != url and file in self.targets.files:
            self.files.add(file)
        else:
            self._page(url, place)

    def _page(self, url: UrlPath, place: Place) -> UrlPath:
        self.links.append(InternalLink(url, self.source.path, place))
        return url

    def _report(self, path: str, place: Place) -> None:
        file = _below(self.source.path, path) or path
        close = _find_like(file, sorted([*self.targets.pages, *self.targets.files]))
        hint = "name a file of the content folder, seen from this one"
        if close:
            hint = f"did you mean {_relative(close, self.source.path)}?"
        location = Location.at(self.source.file, place)
        self.problems.append(Problem(Code.LINK_DEAD, f"the link '{path}' leads to no file", location, hint))


def _find_like(file: str, files: list[str]) -> str:
    """The path that is most like one, if its file's name is so too: all files of a folder share the folder; else ''."""
    name = PurePosixPath(file).name
    close = get_close_matches(file, files, n=_MOST_LIKE)
    return next((each for each in close if get_close_matches(name, [PurePosixPath(each).name])), "")


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # a host that cannot be one: `http://[`
        return SplitResult("http", address, "", "", "")


def _below(source: str, path: str) -> str | None:
    """The path, which is relative to the folder of the source, from the content folder; None above it."""
    parts = source.split("/")[:-1]
    for part in path.split("/"):
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _relative(file: str, source: str) -> str:
    theirs, ours = file.split("/"), source.split("/")
    while len(theirs) > 1 and len(ours) > 1 and theirs[0] == ours[0]:
        theirs, ours = theirs[1:], ours[1:]
    return "/".join([".."] * (len(ours) - 1) + theirs)
