"""A browser shows a picture without its metadata as it showed it before: every pixel, and the same way up."""

import base64
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from support import pictures

from dateline.publishing.pictures import clean

_DRAW = """async (type) => {
  const canvas = document.createElement("canvas"); canvas.width = 24; canvas.height = 16;
  const pen = canvas.getContext("2d"); pen.fillStyle = "#c30"; pen.fillRect(0, 0, 9, 16);
  pen.fillStyle = "#069"; pen.fillRect(9, 0, 15, 5); return canvas.toDataURL(type, 0.9);
}"""
_READ = """async (url) => {
  const image = new Image(); image.src = url; await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
  const pen = canvas.getContext("2d"); pen.drawImage(image, 0, 0);
  return JSON.stringify([canvas.width, canvas.height, [...pen.getImageData(0, 0, canvas.width, canvas.height).data]]);
}"""

TELLING: dict[str, Callable[[bytes, int], bytes]] = {
    "image/jpeg": pictures.telling_jpeg,
    "image/png": pictures.telling_png,
    "image/webp": pictures.telling_webp,
}


@pytest.mark.parametrize("kind", TELLING)
@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_pixels_and_orientation_are_kept(page: Page, kind: str, orientation: int) -> None:
    """And what the file said beside them is gone."""
    page.goto("about:blank")
    drawn = base64.b64decode(page.evaluate(_DRAW, kind).partition(",")[2])
    told = TELLING[kind](drawn, orientation)
    cleaned = clean(told)
    assert pictures.SECRET not in cleaned
    shown = [page.evaluate(_READ, f"data:{kind};base64,{base64.b64encode(data).decode()}") for data in (told, cleaned)]
    assert shown[0] == shown[1]
    width, height, _ = json.loads(shown[1])
    assert {width, height} == {24, 16}
    assert (width < height) == (orientation == 6) or kind != "image/jpeg"
