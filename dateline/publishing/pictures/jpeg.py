"""Turn a JPEG file (ITU T.81, annex B) into one without comments, Exif, XMP, IPTC, thumbnails and what follows it."""

from collections.abc import Iterator

from dateline.publishing.pictures.faults import PictureError, take
from dateline.publishing.pictures.orientation import read_orientation, write_orientation

_SOI, _EOI, _SOS, _APP0, _APP1, _COM = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xFE
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers with nothing behind them."""
_KEPT = {_APP0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Application segments that say how colours are meant, by their beginnings."""
_EXIF = b"Exif\0\0"


def clean_jpeg(data: bytes) -> bytes:
    """Return the picture without metadata; its orientation stays."""
    segments = list(_segments(data))
    exif = (body[len(_EXIF) :] for marker, body, _ in segments if marker == _APP1 and body.startswith(_EXIF))
    block = write_orientation(next(filter(lambda each: each > 1, map(read_orientation, exif)), 1))
    kept = [(marker, _write(marker, body) + pixels) for marker, body, pixels in segments if _is_kept(marker, body)]
    first = 1 if kept and kept[0][0] == _APP0 else 0
    parts = [part for _, part in kept]
    if block:
        parts.insert(first, _write(_APP1, _EXIF + block))
    return b"".join((bytes((0xFF, _SOI)), *parts, bytes((0xFF, _EOI))))


def _is_kept(marker: int, body: bytes) -> bool:
    if marker in _KEPT:
        return body.startswith(_KEPT[marker])
    return marker != _COM and not 0xE0 <= marker <= 0xEF


def _write(marker: int, body: bytes) -> bytes:
    head = bytes((0xFF, marker))
    return head if marker in _ALONE else head + (len(body) + 2).to_bytes(2, "big") + body


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment up to the end of the picture: its marker, what it holds, and the pixels that follow it."""
    at = 2
    while True:
        at, marker = _marker(data, at)
        if marker == _EOI:
            return
        if marker in _ALONE:
            yield marker, b"", b""
            continue
        length = int.from_bytes(take(data, at, 2), "big")
        body = take(data, at + 2, length - 2)
        at += length
        end = _end_of_pixels(data, at) if marker == _SOS else at
        yield marker, body, data[at:end]
        at = end


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker at a place, which may be filled up with 0xFF, and where it ends."""
    if take(data, at, 1) != b"\xff":
        raise PictureError("this picture is damaged: a segment is missing its marker")
    while take(data, at, 1) == b"\xff":
        at += 1
    return at + 1, data[at]


def _end_of_pixels(data: bytes, at: int) -> int:
    """Where the next marker stands: a byte 0xFF that neither 0x00 nor a restart marker follows."""
    while (at := data.find(b"\xff", at)) >= 0:
        after = take(data, at + 1, 1)[0]
        if after and not 0xD0 <= after <= 0xD7:
            return at
        at += 2
    raise PictureError("this picture ends in the middle")
