"""Turn a page into one that works from a folder without a server: what leads to a folder leads to the page in it."""

import re

_TAG = re.compile(r"""<(?:a|area|form|link|meta|script)\s(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_ADDRESS = re.compile(
    r"""(?P<before>\s(?:href|action|data-target|content(?==["']\d+;\s*url=))=["'](?:\d+;\s*url=)?)(?P<url>[^"']*)""",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_REST = re.compile(r"\?|(?<!&)#")
_FOLDERS = ("", ".", "..")
_INDEX = "index.html"


def name_pages(html: str) -> str:
    """Return a page in which relative addresses that end in a folder name the page in it: `../people/index.html#p`.

    A browser that opens a file shows a list of files where it is led to a folder. Addresses elsewhere stay, and so do
    scripts, which know themselves what they do from `file:`.
    """
    return _TAG.sub(lambda tag: _ADDRESS.sub(_name_page, tag[0]), html)


def _name_page(found: re.Match[str]) -> str:
    return found["before"] + page_address(found["url"])


def page_address(url: str) -> str:
    """Return a relative URL that names the page where it named the folder; any other as it is."""
    rest = _REST.search(url)
    path, place = (url[: rest.start()], url[rest.start() :]) if rest else (url, "")
    if not path or _ELSEWHERE.match(path) or path.rpartition("/")[2] not in _FOLDERS:
        return url
    return f"{path.removesuffix('/')}/{_INDEX}{place}"
