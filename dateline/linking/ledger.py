"""Turn mentions into the lines of the mention ledger, `data/mentions.jsonl`."""

from collections.abc import Iterable
from json.encoder import encode_basestring as _quoted

from dateline.model.mention import Mention


def ledger_lines(mentions: Iterable[Mention]) -> str:
    """Return one JSON object for each mention, in the order given, each on a line of its own.

    Line and column count from 1, columns in code points. `entity` and `article` are null where there is none.
    """
    return "".join([_line(mention) for mention in mentions])


def _line(mention: Mention) -> str:
    """One row, as `json.dumps` writes it."""
    path, (line, column), surface, entity, name, rule, decision, candidates, article = mention[:9]
    return (
        f'{{"path": {_quoted(path)}, "line": {line}, "column": {column}, "surface": {_quoted(surface)}, '
        f'"entity": {_quoted(entity) if entity else "null"}, "name": {_quoted(name)}, "rule": {_quoted(rule)}, '
        f'"decision": {_quoted(decision.value)}, "candidates": [{", ".join(map(_quoted, candidates))}], '
        f'"article": {_quoted(article) if article else "null"}}}\n'
    )
