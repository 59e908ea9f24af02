"""Draw texts that are EDTF dates of levels 0 and 1, or miss being one by little, to compare two readers on."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_DIGIT = st.integers(0, 9).map(str)
_YEARS = st.integers(0, 9999).map("{:04d}".format) | st.sampled_from(
    ["0000", "1900", "1904", "2000", "2004", "19", "12345"]
)
_SIGN = st.sampled_from(["", "", "", "-", "+"])
_QUALIFIER = st.sampled_from(["", "", "", "", "?", "~", "%", "~~"])
_MONTHS = st.integers(0, 26).map("{:02d}".format) | st.sampled_from(["XX", "02", "02", "1", "42"])
_DAYS = st.integers(0, 32).map("{:02d}".format) | st.sampled_from(["XX", "29", "1"])
_PAIR = st.integers(0, 60).map("{:02d}".format)
_HOURS = st.integers(0, 24).map("{:02d}".format)
_OFFSETS = st.builds("{}{}{}".format, st.sampled_from("+-"), _HOURS, st.just("") | _PAIR.map(":{}".format))


def _joined(*parts: SearchStrategy[str]) -> SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


_FULL_YEARS = _joined(_SIGN, _YEARS)
_SHORTENED = _joined(_SIGN, st.integers(0, 999).map("{:03d}X".format) | st.integers(0, 99).map("{:02d}XX".format))
_LONG_YEARS = _joined(st.just("Y"), _SIGN, st.integers(1, 10**9).map(str))
_MONTH = _MONTHS.map("-{}".format)
_DAY = _DAYS.map("-{}".format)
_DAYS_OF_MONTHS = _joined(_FULL_YEARS, _MONTH, _DAY)
_POINTS = _joined(
    _FULL_YEARS | _joined(_FULL_YEARS, _MONTH) | _DAYS_OF_MONTHS | _DAYS_OF_MONTHS | _SHORTENED | _LONG_YEARS,
    _QUALIFIER,
)
_TIMES = _joined(
    _DAYS_OF_MONTHS,
    st.just("T"),
    _HOURS,
    st.just(":"),
    _PAIR,
    st.just(":"),
    _PAIR,
    st.sampled_from(["", "Z"]) | _OFFSETS,
)
_INTERVALS = _joined(_POINTS | st.sampled_from(["", ".."]), st.just("/"), _POINTS | st.sampled_from(["", ".."]))
_CHARACTERS = st.sampled_from("0123456789-/X?~%YTZ:.+")


def edtf_texts() -> SearchStrategy[str]:
    """Draw a text that is EDTF of level 0 or 1, or nearly."""
    whole = _POINTS | _POINTS | _INTERVALS | _TIMES
    return whole | st.builds(_misspell, whole, st.integers(0, 40), _CHARACTERS)


def _misspell(text: str, place: int, character: str) -> str:
    at = place % len(text)
    return text[:at] + character + text[at + 1 :]
