"""Names in other scripts and in inflected languages are found, and their places are exact."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.building import article, content, entity, registry

from dateline.linking.languages import LANGUAGES, growth_of
from dateline.linking.linker import link_content
from dateline.linking.rules import FORM
from dateline.model.entity import Entity, Registry
from dateline.model.mention import Mention

_NAMES = {
    "people/gorbachev": ("Михаил Горбачёв", "Михаил Горбачев", "Михаи\u0306л Горбаче\u0308в"),
    "people/mitsotakis": ("Κυριάκος Μητσοτάκης", "Κυριακος Μητσοτακης", "Κυρια\u0301κος Μητσοτάκης"),
    "people/hassan": ("أحمد حسن", "احمد حسن", "أَحْمَد حَسَن", "أحمـــد حسن"),
    "people/rabin": ("יצחק רבין", "יִצְחָק רַבִּין"),
    "people/modi": ("नरेन्द्र मोदी",),
    "places/zamin": ("ज़मीन नगर", "ज\u093cमीन नगर", "जमीन नगर"),
    "places/bangkok": ("กรุงเทพมหานคร",),
    "people/trump": ("唐纳德·特朗普", "唐纳德・特朗普", "唐纳德•特朗普"),
    "people/abe": ("ガブリエル・アベ", "カ\u3099フ\u3099リエル·アヘ\u3099"),
    "people/moon": ("문재인", "\u1106\u116e\u11ab\u110c\u1162\u110b\u1175\u11ab"),
    "groups/cjng": ("CJNG", "ＣＪＮＧ"),
}
_REGISTRY = registry("\n".join(f"{identity}: {names[0]}" for identity, names in _NAMES.items()))
_WRITTEN = [(identity, written) for identity, names in _NAMES.items() for written in names]
_FILLERS = ["", " ", "…", " (", "\u200f", "😀", "«", "e\u0301 ", "。"]


def _mentions(text: str, entities: Registry = _REGISTRY, language: str = "") -> tuple[Mention, ...]:
    read = replace(article(text), language=language)
    return link_content(content(entities, read))[0].articles[0].body.mentions


def _surfaces(text: str, names: str, language: str = "") -> list[str]:
    return [mention.surface for mention in _mentions(text, registry(names), language)]


@pytest.mark.property
@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_FILLERS), st.sampled_from(_WRITTEN)), min_size=1, max_size=6))
def test_exact_places(pieces: list[tuple[str, tuple[str, str]]]) -> None:
    """However a name is written in its script, line and column lead to its first character, and its marks are in it."""
    lines = [f"{filler}{written} | x" for filler, (_, written) in pieces]
    found = _mentions("\n".join(lines))
    assert [(mention.entity, mention.surface) for mention in found] == [named for _, named in pieces]
    for mention, (filler, _) in zip(found, pieces, strict=True):
        column = len(filler.lstrip(" ")) if mention.place.line == 1 else len(filler)
        assert mention.place.column in (column + 1, len(filler) + 1)
        assert lines[mention.place.line - 1].startswith(mention.surface, mention.place.column - 1)


def test_forms() -> None:
    """The forms that a file lists are found like its name, in capitals too, and a surname counts after one."""
    moscow = replace(entity("places/moscow: Москва"), forms=("Москвы", "Москве"))
    putin = replace(entity("people/putin: Владимир Путин"), forms=("Владимира Путина",))
    found = _mentions("У Москвы и в Москве. МОСКВЫ! Владимира Путина, Путин.", Registry.of((moscow, putin)))
    assert [(mention.surface, mention.name, mention.entity) for mention in found] == [
        ("Москвы", "Москвы", "places/moscow"),
        ("Москве", "Москве", "places/moscow"),
        ("МОСКВЫ", "Москвы", "places/moscow"),
        ("Владимира Путина", "Владимира Путина", "people/putin"),
        ("Путин", "Владимир Путин", "people/putin"),
    ]
    assert found[0].rule == FORM


def test_stems_are_never_guessed() -> None:
    """A form that no file lists is no mention."""
    assert _surfaces("Москвой, Москву", "places/moscow: Москва") == []


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("ومصر ولمصر", "places/egypt: مصر", ["مصر", "مصر"]),
        ("كريم وريم", "people/rim: ريم", []),
        ("وسلمى", "people/salma: سلمى", ["سلمى"]),
        ("جلس على الأرض", "people/ali: علي", []),
        ("لبن لبنان", "places/x: بن", []),
        ("שרון של רון", "people/ron: רון", ["רון"]),
        ("כשבחיפה ולחיפה", "places/haifa: חיפה", ["חיפה"]),
        ("שלי", "people/li: לי", []),
        ("בCNN וב-CNN", "groups/cnn: CNN", ["CNN", "CNN"]),
        ("김정은은 김정은이라는", "people/kim: 김정은", ["김정은", "김정은"]),
        ("김정은", "people/kim: 김정\npeople/other: 김정은", ["김정은"]),
        ("서울특별시", "places/seoul: 서울", []),
        ("القاهره الكبري", "places/cairo: القاهرة الكبرى", ["القاهره الكبري"]),
        ("القاهره الكبرى، القاهرة الكبري", "places/cairo: القاهرة الكبرى", ["القاهره الكبرى", "القاهرة الكبري"]),
        ("غزه", "places/gaza: غزة", []),
        ("ﻻرا", "people/lara: لارا", ["ﻻرا"]),
    ],
)
def test_grown_words(text: str, names: str, found: list[str]) -> None:
    """What a language writes together with a name is known from closed lists, and nothing else is."""
    assert _surfaces(text, names) == found


def test_the_language_of_the_article() -> None:
    """Persian is written with Arabic letters, and has no Arabic prefixes."""
    assert _surfaces("وتهران", "places/tehran: تهران") == ["تهران"]
    assert _surfaces("وتهران", "places/tehran: تهران", "fa-IR") == []
    assert _surfaces("서울은", "places/seoul: 서울", "fa") == ["서울"]


def test_the_language_of_the_site() -> None:
    """An article that does not say its language has the site's."""
    site = content(registry("places/tehran: تهران"), article("وتهران"))
    persian = replace(site, settings=replace(site.settings, language="fa"))
    assert link_content(persian)[0].articles[0].body.mentions == ()


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_languages(tag: str) -> None:
    """What a language lets grow on a name stands in its own letters, none twice."""
    language = LANGUAGES[tag]
    for grown in (language.before, language.after):
        assert len(set(grown)) == len(grown)
        assert all(grown)
    assert set(language.before) <= set(growth_of(tag).before)
    assert all(growth_of(tag).after.match(ending) for ending in language.after)


def test_half_a_character() -> None:
    """Half of a surrogate pair, in a name or a text, breaks nothing."""
    halves = Registry.of((*registry("people/ana: Ana Ruiz").entities, _with_alias("Ana\ud800")))
    found = _mentions("Ana Ruiz \ud83d", halves)
    assert [mention.surface for mention in found] == ["Ana Ruiz"]


def _with_alias(alias: str) -> Entity:
    return replace(entity("people/eva: Eva Paz"), aliases=(alias,))
