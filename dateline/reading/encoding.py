"""Turn the bytes of a file into text: UTF-8, one kind of line end, no control characters."""

import re

from dateline.model.problem import Code, Location, Problem, Severity

_BOM = b"\xef\xbb\xbf"
_UTF_16 = re.compile(rb"(?P<utf_16>\xff\xfe|\xfe\xff)|(?P<utf_16_le>(?:[\t-~]\0){2})|(?P<utf_16_be>(?:\0[\t-~]){2})")
"""How UTF-16 begins: with its mark, or with two plain letters of two bytes each. Groups are called as codecs are."""
_REMEDY = "save the file as UTF-8"
# XML 1.0, section 2.2, allows none of the first; feeds and the sitemap could not carry them. The rest are no part of a
# text that is exchanged (Unicode 15.0, sections 23.7 and 23.8): pages are marked with them until they are done.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb]")


def decode_text(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file, each line ended by a line feed, and what was wrong with its bytes.

    A byte that is not UTF-8 or a control character is a problem, and U+FFFD in the text. `file` names the file
    in problems.
    """
    content = data.removeprefix(_BOM)
    wide = _UTF_16.match(content)
    text, problems = _read_wide(content, str(wide.lastgroup), file) if wide else _read(content, file)
    text = _join_lines(text)
    control = _CONTROL.search(text)
    if control and not problems:
        problems.append(_find_control(text, control, file))
    return replace_controls(text), tuple(problems)


def replace_controls(text: str) -> str:
    """Return the text with U+FFFD in the place of each control character other than tab and line feed."""
    return _CONTROL.sub("\ufffd", text)


def _join_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_wide(content: bytes, codec: str, file: str) -> tuple[str, list[Problem]]:
    """The text of a file in UTF-16, so that nothing else is told of it than that."""
    message = "this file is in UTF-16, not in UTF-8"
    problem = Problem(Code.ENCODING_INVALID, message, Location(file, 1, 1), _REMEDY)
    return content.decode(codec, "replace"), [problem]


def _read(content: bytes, file: str) -> tuple[str, list[Problem]]:
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as fault:
        return content.decode("utf-8", "replace"), [_find_bad_byte(content, fault.start, file)]


def _find_bad_byte(content: bytes, start: int, file: str) -> Problem:
    location = _locate_end(_join_lines(content[:start].decode("utf-8")), file)
    guess = content[start : start + 1].decode("cp1252", "ignore")
    perhaps = f" (perhaps '{guess}' in Windows-1252)" if guess.isprintable() and guess else ""
    message = f"the byte 0x{content[start]:02X}{perhaps} is not UTF-8"
    return Problem(Code.ENCODING_INVALID, message, location, _REMEDY)


def _find_control(text: str, control: re.Match[str], file: str) -> Problem:
    message = f"the control character U+{ord(control[0]):04X} cannot be printed"
    return Problem(
        Code.ENCODING_INVALID, message, _locate_end(text[: control.start()], file), "delete it", Severity.WARNING
    )


def _locate_end(before: str, file: str) -> Location:
    return Location(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
