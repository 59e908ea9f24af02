"""Turn the old addresses that a header lists into the URL paths of pages that lead on."""

import unicodedata

from dateline.model.names import UrlPath
from dateline.model.urls import ASSETS, FEED, JSON_FEED, MEDIA, MENTIONS, ROBOTS, SITEMAP
from dateline.reading.addresses import is_local_path
from dateline.reading.nodes import TextNode
from dateline.reading.values import Form

_TAKEN = frozenset(str(url).split("/")[0] for url in (ASSETS, FEED, JSON_FEED, MEDIA, MENTIONS, ROBOTS, SITEMAP))
"""What the site's root holds that is no page."""
_PAGE = ".html"
_INDEX = "index.html"
_LONGEST_NAME = 200  # bytes
_EXAMPLE = "write a path from the site's root, such as /2020/07/old-title/"


def read_redirects(form: Form, more: tuple[TextNode, ...] = ()) -> tuple[UrlPath, ...]:
    """Return the old URL paths of a page: `redirects`, `redirect_from`, and `more` that stand elsewhere in its header.

    A path ends in `.html` or in a slash, whether the author wrote that or not; one at which no page can be is a
    problem.
    """
    nodes = (*form.text_nodes("redirects"), *form.text_nodes("redirect_from"), *more)
    paths = (_read_path(form, node) for node in nodes)
    return tuple(dict.fromkeys(path for path in paths if path is not None))


def _read_path(form: Form, node: TextNode) -> UrlPath | None:
    path = unicodedata.normalize("NFC", node.text.strip().lstrip("/"))
    if not is_local_path(path):
        form.refuse(f"'{node.text}' is not a path within the site", node.place, _EXAMPLE)
    elif path.split("/")[0].lower() in _TAKEN:
        hint = "leave it out: files of the site lie there"
        form.refuse(f"'{node.text}' cannot be the path of a page", node.place, hint)
    elif not _can_be_written(_as_url(path)):
        form.refuse(f"'{node.text}' cannot be the path of a page", node.place, _EXAMPLE)
    else:
        return _as_url(path)
    return None


def _as_url(path: str) -> UrlPath:
    folder, _, name = path.removesuffix("/").rpartition("/")
    if name == _INDEX:
        return UrlPath(f"{folder}/" if folder else "")
    return UrlPath(path.removesuffix("/") if name.endswith(_PAGE) else f"{path.removesuffix('/')}/")


def _can_be_written(url: UrlPath) -> bool:
    """Whether every system has such names for files and folders, and no folder is called like a page."""
    *folders, page = url.split("/")
    names = [*folders, page] if page else folders
    is_plain = all(name.isprintable() and name[:1] != "." and len(name.encode()) <= _LONGEST_NAME for name in names)
    return is_plain and not any(folder.lower().endswith(_PAGE) for folder in folders)
