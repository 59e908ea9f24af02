"""Turn the path that a header names into a file of the content folder."""

import posixpath

from dateline.model.problem import Code
from dateline.reading.addresses import is_local_path
from dateline.reading.values import Form


def read_file_path(form: Form, key: str, beside: str, files: frozenset[str], hint: str) -> str:
    """Return which of these files a key names, '' where it names none; a file that is not there is a problem.

    It is looked for beside the file `beside`, then from the content folder; all paths are below that folder. `hint`
    is what helps where the value cannot be such a path.
    """
    node = form.text_node(key)
    if node is None:
        return ""
    path = node.text.strip()
    local = path.lstrip("/")
    near = posixpath.normpath(posixpath.join(posixpath.dirname(beside), local))
    found = [candidate for candidate in ((local,) if path.startswith("/") else (near, local)) if candidate in files]
    if found:
        return found[0]
    if is_local_path(local):
        hint = "write the path of a file in the content folder"
        form.findings.add(Code.LINK_DEAD, f"there is no file '{path}'", node.place, hint)
    else:
        form.refuse(f"'{path}' is not a file in the content folder", node.place, hint)
    return ""
