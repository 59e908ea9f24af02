"""Find in Exif which way up a picture is, and write an Exif block that says this alone.

Exif 2.32 is a TIFF 6.0 file: a byte order, then tables of tags; tag 0x0112 of the first is the orientation, from 1 (as
it is) to 8.
"""

import struct

_TAG = 0x0112
_SHORT = 3
_AS_IT_IS = 1


def read_orientation(exif: bytes) -> int:
    """Return the orientation that a block of Exif tells, from 1 to 8; 1 where it tells none, or cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return _AS_IT_IS
    try:
        (table,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, table)
        for entry in range(table + 2, table + 2 + 12 * count, 12):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
            if (tag, kind) == (_TAG, _SHORT) and value in range(1, 9):
                return int(value)
    except struct.error:
        pass
    return _AS_IT_IS


def write_orientation(orientation: int) -> bytes:
    """Return a block of Exif that holds an orientation and nothing else; empty where the picture is shown as it is."""
    if orientation == _AS_IT_IS:
        return b""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _TAG, _SHORT, 1, orientation, 0, 0)
