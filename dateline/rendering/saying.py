"""Turn the words in templates, `_("…")`, into those of a language while the templates are compiled."""

from collections.abc import Callable, Mapping

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from dateline.rendering.words import Words, split


def globals_of(words: Words) -> Mapping[str, Callable[..., str]]:
    """Return what templates call to say something: `_`, `pgettext`, `ngettext`.

    With values they return HTML: each value takes the place of its `{name}`, escaped where it is not HTML.
    """
    return {
        "_": lambda text, **values: _html(words.gettext, values, text),
        "pgettext": lambda context, text, **values: _html(words.pgettext, values, context, text),
        "ngettext": lambda one, many, number, **values: _html(words.ngettext, values, one, many, number),
    }


def say_constants(template: nodes.Template, words: Words) -> nodes.Template:
    """Return a parsed template in which words stand as they are in a language, where it says which at once."""
    said: nodes.Template = _Sayer(words).visit(template)
    return said


def _html(say: Callable[..., str], values: Mapping[str, object], *texts: object) -> str:
    if not values:
        return say(*texts)
    # The fields of the values stay in what is said, and are filled here, where HTML is known from text.
    said = say(*texts, **{name: f"{{{name}}}" for name in values})
    parts = (part for text, name in split(said) for part in (text, _value(name, values)))
    return Markup("").join(map(escape, parts))


def _value(name: str, values: Mapping[str, object]) -> object:
    return values.get(name, f"{{{name}}}") if name else ""


class _Sayer(NodeTransformer):
    """Puts the words of a language in the place of calls that ask for them."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - the name that Jinja2 calls
        """Print the pieces of a text and its values one after the other, as if they stood in the template so."""
        node.nodes = [piece for each in node.nodes for piece in self._printed(each)]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802
        """Say a text that is known now."""
        self.generic_visit(node)
        text = self._text(node)
        if text is None:
            return node
        if not node.kwargs:
            return nodes.Const(self._words.mark(text), lineno=node.lineno)
        values = {pair.key: _escaped(pair.value) for pair in node.kwargs}
        return nodes.Concat(self._pieces(text, values, node.lineno), lineno=node.lineno)

    def _printed(self, node: nodes.Expr) -> list[nodes.Expr]:
        if not isinstance(node, nodes.Call) or not node.kwargs:
            return [self.visit(node)]
        text = self._text(node)
        if text is None:
            return [self.visit(node)]
        self.generic_visit(node)
        return self._pieces(text, {pair.key: pair.value for pair in node.kwargs}, node.lineno)

    def _text(self, node: nodes.Call) -> str | None:
        """The text for which a call asks, its fields not filled; None where that is not known yet."""
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        texts = [each.value for each in node.args if isinstance(each, nodes.Const)]
        if len(texts) != len(node.args) or node.dyn_args or node.dyn_kwargs:
            return None
        if name == "_" and len(texts) == 1:
            return self._words.find("", texts[0])
        return self._words.find(*texts) if name == "pgettext" and len(texts) == 2 else None

    def _pieces(self, text: str, values: Mapping[str, nodes.Expr], line: int) -> list[nodes.Expr]:
        """A text and the values between its pieces; a field without a value stays as it is written."""
        pieces: list[nodes.Expr] = []
        for words, name in split(text):
            pieces.append(nodes.Const(self._words.mark(words), lineno=line))
            if name:
                pieces.append(values.get(name) or nodes.Const(f"{{{name}}}", lineno=line))
        return [piece for piece in pieces if not isinstance(piece, nodes.Const) or piece.value]


def _escaped(value: nodes.Expr) -> nodes.Expr:
    return nodes.Filter(value, "e", [], [], None, None, lineno=value.lineno)
