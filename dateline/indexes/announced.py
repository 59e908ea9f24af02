"""Turn a day into which dates of a site are still to come: what is dated so was announced, and has not happened."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from dateline.indexes.dates import first_day
from dateline.indexes.entries import Entry
from dateline.indexes.records import ArticleRecord

Announced = frozenset[str]
"""Dates that are still to come, in EDTF."""


def announced_dates(times: Iterable[str], today: date) -> Announced:
    """Return those of some dates (EDTF) that are after a day, whichever day of its month or year each means."""
    # Texts of earlier years are smaller: so most dates need not be read.
    year = f"{today.year:04}"
    later = {time for time in times if time >= year}
    return frozenset(time for time in later if (first_day(time) or 0) > today.toordinal())


def announced_entries(entries: Iterable[Entry], articles: Iterable[ArticleRecord], today: date) -> Announced:
    """Return the dates after a day that entries have, or articles where they are listed as published."""
    return announced_dates(chain((entry.edtf for entry in entries), (article.edtf for article in articles)), today)
