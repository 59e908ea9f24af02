"""Turn a WebP file (RFC 9649) into one without Exif, XMP and chunks that nobody knows."""

from collections.abc import Iterator

from dateline.publishing.pictures.faults import take
from dateline.publishing.pictures.orientation import read_orientation, write_orientation

_HEAD = 12  # bytes
_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_FEATURES, _EXIF = b"VP8X", b"EXIF"
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def clean_webp(data: bytes) -> bytes:
    """Return the picture without metadata; its orientation stays."""
    chunks = list(_chunks(data))
    exif = (body.removeprefix(b"Exif\0\0") for name, body in chunks if name == _EXIF)
    block = next((write_orientation(read_orientation(each)) for each in exif), b"")
    parts = [
        _write(name, _without_flags(body, bool(block)) if name == _FEATURES else body)
        for name, body in chunks
        if name in _KEPT
    ]
    if block:
        parts.append(_write(_EXIF, block))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _without_flags(body: bytes, has_exif: bool) -> bytes:  # noqa: FBT001
    flags = take(body, 0, 1)[0] & ~(_HAS_EXIF | _HAS_XMP)
    return bytes((flags | _HAS_EXIF * has_exif,)) + body[1:]


def _write(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk: its name, and what it holds; what follows the picture is none of it."""
    at, end = _HEAD, 8 + int.from_bytes(take(data, 4, 4), "little")
    take(data, 0, end)
    while at + 8 <= end:
        length = int.from_bytes(take(data, at + 4, 4), "little")
        yield data[at : at + 4], take(data, at + 8, length)
        at += 8 + length + length % 2
