"""Turn the `image:` of an article into the picture at its head."""

from dateline.model.article import Picture
from dateline.model.problem import Code, Severity
from dateline.model.text import Place
from dateline.reading.files import read_file_path
from dateline.reading.markdown_links import DECORATION
from dateline.reading.nodes import TableNode
from dateline.reading.values import Form

_HINT = "put the picture there"


def read_picture(form: Form, beside: str, files: frozenset[str]) -> Picture | None:
    """Return the picture that `image` names, a path or a table with `file`, `alt` and `caption`; None without one.

    The path is looked for beside the file `beside`, then from the content folder, among these files; all paths are
    below that folder. A picture without words for those who cannot see it is a problem.
    """
    node = form.node("image")
    if not isinstance(node, TableNode):
        file = read_file_path(form, "image", beside, files, _HINT)
        if file and node:
            _tell_undescribed(form, node.place)
        return Picture(file) if file else None
    inner = form.inner(node)
    file, words, caption = read_file_path(inner, "file", beside, files, _HINT), inner.text("alt"), inner.text("caption")
    if inner.node("file") is None:
        form.refuse("the picture has no file", node.place, "write file: and its path in it")
    elif file and not words:
        _tell_undescribed(form, node.place)
    inner.close("it is left out")
    return Picture(file, "" if words == DECORATION else words, caption) if file else None


def _tell_undescribed(form: Form, place: Place) -> None:
    hint = f'write {{file: …, alt: Two trucks on a bridge}}, or alt: "{DECORATION}" if it says nothing of its own'
    message = "this picture has no words for those who cannot see it"
    form.findings.add(Code.ALT_MISSING, message, place, hint, Severity.WARNING)
