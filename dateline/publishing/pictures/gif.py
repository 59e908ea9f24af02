"""Turn a GIF file (version 89a) into one without comments, XMP and extensions of programs."""

from collections.abc import Iterator

from dateline.publishing.pictures.faults import PictureError, take

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_COMMENT, _APPLICATION = 0xFE, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""Applications whose extensions say how often an animation is shown."""


def clean_gif(data: bytes) -> bytes:
    """Return the picture without metadata."""
    start = 13 + _colours(take(data, 10, 1)[0])
    return take(data, 0, start) + b"".join(_kept(data, start)) + bytes((_TRAILER,))


def _kept(data: bytes, at: int) -> Iterator[bytes]:
    """The parts of the picture that stay, up to its end."""
    while (mark := take(data, at, 1)[0]) != _TRAILER:
        if mark == _IMAGE:
            end = _end_of_blocks(data, at + 10 + _colours(take(data, at + 9, 1)[0]) + 1)
        elif mark == _EXTENSION:
            end = _end_of_blocks(data, at + 2)
        else:
            raise PictureError("this picture is damaged: nobody knows one of its parts")
        if mark == _IMAGE or _says_how_it_is_shown(data[at:end]):
            yield data[at:end]
        at = end


def _says_how_it_is_shown(extension: bytes) -> bool:
    if extension[1] == _APPLICATION:
        return extension[3:14] in _LOOPS
    return extension[1] != _COMMENT


def _colours(packed: int) -> int:
    """The bytes of the table of colours that flags announce."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    """Where blocks, each of which begins with its length, end with one of none."""
    while length := take(data, at, 1)[0]:
        at += 1 + length
    return at + 1
