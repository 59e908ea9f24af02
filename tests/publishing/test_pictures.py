"""Pictures keep their pixels and which way up they are, and lose what they say beside."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import pictures
from support.pictures import SECRET

from dateline.publishing.pictures import PictureError, clean, is_picture
from dateline.publishing.pictures.orientation import read_orientation, write_orientation

FORMATS: dict[str, tuple[bytes, Callable[[bytes], bytes]]] = {
    "jpeg": (pictures.jpeg(), pictures.telling_jpeg),
    "png": (pictures.png(), pictures.telling_png),
    "gif": (pictures.gif(), pictures.telling_gif),
    "webp": (pictures.webp(), pictures.telling_webp),
    "svg": (pictures.svg(), pictures.telling_svg),
}
ORIENTED = {name: getattr(pictures, f"telling_{name}") for name in ("jpeg", "png", "webp")}


@pytest.mark.parametrize("name", FORMATS)
def test_what_cameras_and_programs_write_is_gone(name: str) -> None:
    """And nothing but that: the picture is as it was before they wrote."""
    plain, tell = FORMATS[name]
    assert SECRET in tell(plain)
    assert clean(tell(plain)) == plain


@pytest.mark.parametrize("name", ORIENTED)
@pytest.mark.parametrize("orientation", range(2, 9))
def test_which_way_up_is_kept(name: str, orientation: int) -> None:
    """In a block of Exif that holds nothing else; cleaning once more changes nothing."""
    cleaned = clean(ORIENTED[name](FORMATS[name][0], orientation))
    assert write_orientation(orientation) in cleaned
    assert SECRET not in cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("order", ["<", ">"])
def test_orientations_are_read_in_both_byte_orders(order: str) -> None:
    """And what cannot be read tells none."""
    assert read_orientation(pictures.exif(6, order)) == 6
    assert read_orientation(write_orientation(8)) == 8
    assert {read_orientation(pictures.exif(6, order)[:length]) for length in (0, 2, 9, 15)} == {1}


def test_colour_profiles_are_kept() -> None:
    """They say how the pixels are meant."""
    profile = pictures.segment(0xE2, b"ICC_PROFILE\0\1\1colours") + pictures.segment(0xEE, b"Adobe\0")
    plain = pictures.jpeg()
    assert clean(plain[:2] + profile + plain[2:]) == plain[:2] + profile + plain[2:]
    other = pictures.segment(0xE2, b"MPF\0" + SECRET)
    assert clean(plain[:2] + other + plain[2:]) == plain


@pytest.mark.parametrize("name", FORMATS)
def test_a_picture_that_is_cut_off_is_refused(name: str) -> None:
    """Nobody knows what its end would have said."""
    plain, _ = FORMATS[name]
    with pytest.raises(PictureError):
        clean(plain[: len(plain) - 5])


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"II*\0aaaa", "a TIFF"),
        (b"MM\0*aaaa", "a TIFF"),
        (b"\0\0\0\x18ftypheic", "a HEIC"),
        (b"\0\0\0\x18ftypavif", "an AVIF"),
    ],
)
def test_formats_that_cannot_be_cleaned_are_refused(data: bytes, wanted: str) -> None:
    """With what to do instead."""
    with pytest.raises(PictureError, match=wanted) as fault:
        clean(data)
    assert fault.value.hint == "save the picture as JPEG or PNG"


def test_a_drawing_with_entities_of_its_own_is_refused() -> None:
    """They could grow without end."""
    with pytest.raises(PictureError, match="entities"):
        clean(b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>')


@pytest.mark.parametrize(
    "start",
    [b"", b"\xef\xbb\xbf", b'<?xml version="1.0"?>\n', b"<!-- long -->", b'<!DOCTYPE svg PUBLIC "a" "b">\n'],
)
def test_drawings_are_known_by_their_beginning(start: bytes) -> None:
    """Whatever stands before the drawing itself."""
    assert clean(start + pictures.telling_svg(pictures.svg())) == pictures.svg()


def test_a_drawing_that_cannot_be_read_is_known_by_its_name() -> None:
    """In two bytes a letter, it is read; compressed, it is refused."""
    wide = pictures.svg().decode().encode("utf-16")
    assert clean(wide, "a.SVG") == pictures.svg()
    with pytest.raises(PictureError, match="well-formed"):
        clean(b"\x1f\x8b\0", "a.svgz")


def test_a_drawing_cannot_act() -> None:
    """No scripts, no handlers, no addresses that are code."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" onload="a()"><a href="javascript:a()"><path d="M0"/></a></svg>'
    assert clean(drawing) == b'<svg xmlns="http://www.w3.org/2000/svg"><a><path d="M0"></path></a></svg>'


@pytest.mark.parametrize("data", [b"", b"png", b"%PDF-1.7", b"<!doctype html><html></html>", b"RIFF\0\0\0\0WAVE"])
def test_other_files_stay_as_they_are(data: bytes) -> None:
    """Whatever their names say."""
    assert clean(data) == data
    assert not is_picture(data)


@pytest.mark.property
@given(st.sampled_from(sorted(FORMATS)), st.data())
def test_damaged_pictures_are_cleaned_or_refused(name: str, data: st.DataObject) -> None:
    """Never with any other fault; and what was cleaned is clean."""
    plain, tell = FORMATS[name]
    damaged = bytearray(tell(plain))
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(12, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        cleaned = clean(bytes(damaged[: data.draw(st.integers(12, len(damaged)))]))
        assert clean(cleaned) == cleaned
    except PictureError:
        pass
