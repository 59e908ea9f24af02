"""Turn mentions into the lines of the mention ledger, `data/mentions.jsonl`."""

import json
from collections.abc import Iterable

from dateline.model.mention import Mention


def ledger_lines(mentions: Iterable[Mention]) -> str:
    """Return one JSON object for each mention, in the order given, each on a line of its own.

    Line and column count from 1, columns in code points. `entity` and `article` are null where there is none.
    """
    return "".join(f"{json.dumps(_row(mention), ensure_ascii=False)}\n" for mention in mentions)


def _row(mention: Mention) -> dict[str, object]:
    return {
        "path": mention.path,
        "line": mention.place.line,
        "column": mention.place.column,
        "surface": mention.surface,
        "entity": mention.entity,
        "name": mention.name,
        "rule": mention.rule,
        "decision": mention.decision.value,
        "candidates": mention.candidates,
        "article": mention.article,
    }
