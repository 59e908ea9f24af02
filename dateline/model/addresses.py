"""Turn a text into whether it is an address on the web, and whether a site can have it."""

import re
from urllib.parse import urlsplit

UNSAFE = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
"""What no address is printed with."""
NO_SITE_ADDRESS = "'{}' is not the address of a site"
SITE_ADDRESS_REMEDY = "write one such as https://example.org/record/"


def is_web_address(text: str) -> bool:
    """Return whether a text is an absolute http or https URL that can be printed as it stands."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not UNSAFE.search(text)
    except ValueError:
        return False


def is_site_address(text: str) -> bool:
    """Return whether the paths of pages can follow a text: it is a web address without a question or an anchor."""
    return is_web_address(text) and not {"?", "#"} & set(text)
