"""Turn a picture into the same picture without what it says beside its pixels: where, when, by whom, with what.

Pixels are not touched: parts of the file are left out, and nothing is compressed anew. What decides how a picture is
shown stays: its colour profile, its animation, and which way up it is.
"""

from collections.abc import Callable

from dateline.publishing.pictures.faults import PictureError
from dateline.publishing.pictures.gif import clean_gif
from dateline.publishing.pictures.jpeg import clean_jpeg
from dateline.publishing.pictures.png import clean_png
from dateline.publishing.pictures.svg import clean_svg, is_svg
from dateline.publishing.pictures.webp import clean_webp

__all__ = ["HEAD", "PictureError", "clean", "is_picture"]

HEAD = 8192
"""Bytes by which a picture is known."""

_DRAWINGS = (".svg", ".svgz")
_SAVE_AS = "save the picture as JPEG or PNG"
_ISO_BRANDS = {b"avif": "an AVIF", b"avis": "an AVIF", b"heic": "a HEIC", b"heix": "a HEIC", b"mif1": "a HEIF",
               b"heif": "a HEIF", b"hevc": "a HEIC", b"msf1": "a HEIF"}  # fmt: skip


def is_picture(head: bytes, name: str = "") -> bool:
    """Return whether a file that begins with these bytes is a picture; `HEAD` are enough.

    The name tells drawings alone: all other pictures are known by their bytes, whatever they are called.
    """
    return _cleaner(head, name) is not None


def clean(data: bytes, name: str = "") -> bytes:
    """Return a picture without metadata, and any other file as it is. Raises PictureError where that cannot be done."""
    cleaner = _cleaner(data[:HEAD], name)
    if cleaner is None:
        return data
    try:
        return cleaner(data)
    except (IndexError, ValueError) as error:
        raise PictureError("this picture is damaged", _SAVE_AS) from error


def _cleaner(head: bytes, name: str) -> Callable[[bytes], bytes] | None:
    if head.startswith(b"\xff\xd8\xff"):
        return clean_jpeg
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return clean_png
    if head.startswith((b"GIF87a", b"GIF89a")):
        return clean_gif
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return clean_webp
    if head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")) or head[8:12] in _ISO_BRANDS:
        return _refuse
    return clean_svg if is_svg(head) or name.lower().endswith(_DRAWINGS) else None


def _refuse(data: bytes) -> bytes:
    name = _ISO_BRANDS.get(data[8:12], "a TIFF") if data[4:8] == b"ftyp" else "a TIFF"
    raise PictureError(f"Dateline cannot take the metadata out of {name} picture", _SAVE_AS)
