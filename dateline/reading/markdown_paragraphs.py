"""Turn the lines of plain paragraphs into block tokens, without asking for each line what else it might begin."""

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

_OPENING = "\"'(“‘«„¿¡…—"
"""What a line of prose begins with, if not with a letter; no block begins with one of these."""


def read_plain_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (a rule's form)
    """Read a paragraph each line of which begins with what begins no other block, in no list and no quotation.

    The tokens are those of markdown-it's own rule for paragraphs, which asks all other rules about every line.
    """
    if silent or state.level or state.blkIndent or state.parentType != "root":
        return False
    line = start
    while line < end and not state.isEmpty(line):
        first = state.src[state.bMarks[line]]
        if not (first.isalpha() or first in _OPENING):
            return False
        line += 1
    state.line = line
    content = mdTrim(state.src[state.bMarks[start] : state.eMarks[line - 1]])
    opening = Token("paragraph_open", "p", 1, map=[start, line], block=True)
    inline = Token("inline", "", 0, map=[start, line], level=1, children=[], content=content, block=True)
    state.tokens += (opening, inline, Token("paragraph_close", "p", -1, block=True))
    return True
