"""Turn the tag of a language into its name, in English or any other."""

from importlib import import_module

from dateline.rendering.words import Words, english_form

# ISO 639-1 codes, for the languages in which most of what is cited is written; any other is told by its tag.
_WORDS = """
    ar=Arabic az=Azerbaijani be=Belarusian bg=Bulgarian bn=Bengali bs=Bosnian ca=Catalan cs=Czech cy=Welsh
    da=Danish de=German el=Greek en=English es=Spanish et=Estonian eu=Basque fa=Persian fi=Finnish fr=French
    ga=Irish gl=Galician he=Hebrew hi=Hindi hr=Croatian hu=Hungarian hy=Armenian id=Indonesian is=Icelandic
    it=Italian ja=Japanese ka=Georgian kk=Kazakh km=Khmer ko=Korean ku=Kurdish la=Latin lt=Lithuanian lv=Latvian
    mk=Macedonian mr=Marathi ms=Malay my=Burmese ne=Nepali nl=Dutch no=Norwegian pa=Punjabi pl=Polish ps=Pashto
    pt=Portuguese qu=Quechua ro=Romanian ru=Russian sk=Slovak sl=Slovenian sq=Albanian sr=Serbian sv=Swedish
    sw=Swahili ta=Tamil te=Telugu th=Thai tl=Tagalog tr=Turkish uk=Ukrainian ur=Urdu uz=Uzbek vi=Vietnamese
    zh=Chinese
"""
_NAMES = dict(pair.split("=") for pair in _WORDS.split())


def own_language_name(tag: str) -> str:
    """Return the name of a language, given as a BCP 47 tag, in that language: `español`; else the tag."""
    return language_name(tag, Words(tag, {}, english_form))


def language_name(tag: str, words: Words) -> str:
    """Return the name of a language, given as a BCP 47 tag, in another: that of its first part, else the tag."""
    first, own = tag.partition("-")[0].lower(), words.language.partition("-")[0].lower()
    if own == "en":
        return words.mark(_NAMES.get(first, tag))
    # Imported only now: sites in English do without Babel.
    named: str = import_module("dateline.rendering.cldr").read_language_name(first, words.language)
    return words.mark(named) or tag
