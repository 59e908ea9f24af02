"""Check the URLs and paths that an author writes in a header."""

import re

from dateline.model.addresses import UNSAFE, is_web_address
from dateline.model.problem import Code
from dateline.reading.values import Form


def read_url(form: Form, *keys: str) -> str:
    """Return a web address, '' where it is missing; any that is not http or https is a problem."""
    node = form.text_node(*keys)
    if node is None:
        return ""
    text = node.text.strip()
    if is_web_address(text):
        return text
    hint = "write the whole address, beginning with https:// or http://, without spaces"
    form.findings.add(Code.LINK_UNSAFE, f"'{text}' is not a web address", node.place, hint)
    return ""


def is_local_path(path: str) -> bool:
    """Return whether a path without a leading slash names something below the root, and nothing else."""
    segments = path.removesuffix("/").split("/")
    return not re.search(r"[\s?#:%]", path) and not UNSAFE.search(path) and not {"", ".", ".."} & set(segments)
