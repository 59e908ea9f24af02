"""Turn a PNG file (W3C Recommendation, third edition) into one without texts, times, Exif and chunks of programs."""

import zlib
from collections.abc import Iterator

from dateline.publishing.pictures.faults import PictureError, take
from dateline.publishing.pictures.orientation import read_orientation, write_orientation

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)
_END, _EXIF = b"IEND", b"eXIf"


def clean_png(data: bytes) -> bytes:
    """Return the picture without metadata; its orientation stays."""
    parts = [_SIGNATURE]
    for name, body in _chunks(data):
        block = write_orientation(read_orientation(body)) if name == _EXIF else b""
        if name in _KEPT:
            parts.append(_write(name, body))
        elif block:
            parts.append(_write(_EXIF, block))
        elif name[:1].isupper():
            raise PictureError("this picture is damaged: nobody knows one of its parts")
    return b"".join(parts)


def _write(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk up to the end of the picture: its name, and what it holds."""
    at, name = len(_SIGNATURE), b""
    while name != _END:
        length = int.from_bytes(take(data, at, 4), "big")
        name, body = take(data, at + 4, 4), take(data, at + 8, length)
        if zlib.crc32(name + body).to_bytes(4, "big") != take(data, at + 8 + length, 4):
            raise PictureError("this picture is damaged: a sum does not agree")
        at += 12 + length
        yield name, body
