"""Make small pictures of each format, and put into them what cameras and programs put there."""

import struct
import zlib

SECRET = b"19.4326N 99.1332W by Ann Bell"
"""What nobody should read in a picture that was published."""


def exif(orientation: int = 1, order: str = ">") -> bytes:
    """Return a block of Exif with an orientation, and with the secret as its description."""
    entries = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    entries += struct.pack(f"{order}HHII", 0x010E, 2, len(SECRET), 38)
    head = struct.pack(f"{order}2sHIH", b"MM" if order == ">" else b"II", 42, 8, 2)
    return head + entries + bytes(4) + SECRET


def segment(marker: int, body: bytes) -> bytes:
    """Return a segment of a JPEG file."""
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def riff(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a WebP file."""
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def jpeg() -> bytes:
    """Return a file with the segments of a JPEG; its pixels are none."""
    tables = segment(0xDB, bytes(65)) + segment(0xC0, b"\x08\0\1\0\1\1\1\x11\0")
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\1\1")
        + tables
        + segment(0xDA, b"\1\1\0\0\x3f\0")
        + b"\x2a\xff\0\xff\xd0\x2a\xff\xd9"
    )


def png() -> bytes:
    """Return a picture of one pixel."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\x7f")) + chunk(b"IEND", b"")


def gif() -> bytes:
    """Return a picture of one pixel, as an animation."""
    loops = b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"
    control, image = b"\x21\xf9\4\0\0\0\0\0", b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
    return b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff" + loops + control + image + b"\x3b"


def webp() -> bytes:
    """Return a file with the chunks of a WebP picture; its pixels are none."""
    body = b"WEBP" + riff(b"VP8X", bytes(10)) + riff(b"VP8L", b"\x2f\0\0\0\0")
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def svg() -> bytes:
    """Return a drawing."""
    return b'<svg xmlns="http://www.w3.org/2000/svg"><title>A line</title><path d="M0 0h9"></path></svg>'


def telling_jpeg(picture: bytes, orientation: int = 1) -> bytes:
    """Return a JPEG with Exif, XMP, IPTC, a comment, and a second picture behind it."""
    told = segment(0xE1, b"Exif\0\0" + exif(orientation)) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET)
    told += segment(0xED, b"Photoshop 3.0\0" + SECRET) + segment(0xFE, SECRET)
    return picture[:2] + told + picture[2:] + SECRET


def telling_png(picture: bytes, orientation: int = 1) -> bytes:
    """Return a PNG with texts, a time, Exif, a program's own chunk, and more behind its end."""
    told = chunk(b"tEXt", b"Author\0" + SECRET) + chunk(b"zTXt", b"a\0\0" + zlib.compress(SECRET))
    told += chunk(b"iTXt", b"a\0\0\0\0\0" + SECRET) + chunk(b"tIME", bytes(7)) + chunk(b"eXIf", exif(orientation))
    return picture[:33] + told + chunk(b"prVW", SECRET) + picture[33:] + SECRET


def telling_gif(picture: bytes) -> bytes:
    """Return a GIF with a comment, XMP, and more behind its end."""
    block = bytes((len(SECRET),)) + SECRET + b"\0"
    return picture[:19] + b"\x21\xfe" + block + b"\x21\xff\x0bXMP DataXMP" + block + picture[19:] + SECRET


def telling_webp(picture: bytes, orientation: int = 1) -> bytes:
    """Return a WebP with Exif, XMP and a chunk that nobody knows."""
    chunks = picture[12:]
    if chunks[:4] != b"VP8X":
        chunks = riff(b"VP8X", bytes(10)) + chunks
    chunks = chunks[:8] + bytes((chunks[8] | 0x0C,)) + chunks[9:]
    chunks += riff(b"EXIF", exif(orientation, "<")) + riff(b"XMP ", SECRET) + riff(b"nobd", SECRET)
    body = b"WEBP" + chunks
    return b"RIFF" + len(body).to_bytes(4, "little") + body + SECRET


def telling_svg(picture: bytes) -> bytes:
    """Return a drawing with metadata, a comment, a script, and a program's notes."""
    told = b"<!-- %s --><metadata>%s</metadata><script>/*%s*/</script>" % ((SECRET,) * 3)
    told += b'<sodipodi:namedview xmlns:sodipodi="http://sodipodi/" name="%s"/>' % SECRET
    start = picture.index(b">") + 1
    noted = picture[: start - 1] + b' xmlns:inkscape="http://inkscape/" inkscape:export="%s" onload="x()">' % SECRET
    return noted + told + picture[start:]


SOME = (telling_png(png()), png(), png()[:-9])
"""One that tells too much, the same one cleaned, and one that is damaged."""
