"""Turn the `corrections:` of an article into values."""

from dateline.model.article import Correction
from dateline.model.date import UNKNOWN_DATE
from dateline.model.problem import Code
from dateline.reading.values import Form


def read_corrections(form: Form) -> tuple[Correction, ...]:
    """Return what was mended in an article, in the order of the header."""
    return tuple(_read_correction(form.inner(table)) for table in form.tables("corrections"))


def _read_correction(form: Form) -> Correction:
    if form.node("date") is None:
        form.findings.add(Code.DATE_MISSING, "the correction has no date", form.table.place, "write date: in it")
    if form.node("note") is None:
        form.refuse("the correction has no note", form.table.place, "write note: and say what was wrong")
    correction = Correction(date=form.date("date") or UNKNOWN_DATE, note=form.text("note"))
    form.close("it is left out")
    return correction
