"""Turn articles into the corrections that were made in them, the newest first."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dateline.indexes.dates import is_known, sort_key
from dateline.indexes.records import ArticleRecord, CorrectionRecord
from dateline.model.dataclass import dataclass
from dateline.model.date import SortKey


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    """A correction, and where it was made."""

    article: ArticleRecord
    correction: CorrectionRecord
    number: int
    """Which of the article's corrections of the same date it is, from 1, as the author listed them."""


def collect_corrections(articles: Iterable[ArticleRecord]) -> tuple[ListedCorrection, ...]:
    """Return every correction of articles in the order of publication: the newest first, those without a date last."""
    listed = [each for article in articles for each in _number(article)]
    return tuple(sorted(listed, key=lambda each: _age(each.correction))[::-1])


def latest_correction(article: ArticleRecord) -> CorrectionRecord | None:
    """Return the newest correction of an article, one without a date only where none has any; None: there is none."""
    return max(article.corrections, key=_age, default=None)


def order_corrections(article: ArticleRecord) -> list[CorrectionRecord]:
    """Return the corrections of an article, the latest last."""
    return sorted(article.corrections, key=lambda each: sort_key(each.date))


def _number(article: ArticleRecord) -> Iterator[ListedCorrection]:
    numbers: Counter[str] = Counter()
    for correction in article.corrections:
        numbers[correction.date] += 1
        yield ListedCorrection(article, correction, numbers[correction.date])


def _age(correction: CorrectionRecord) -> tuple[bool, SortKey]:
    return is_known(correction.date), sort_key(correction.date)
