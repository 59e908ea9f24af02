"""Turn what was read and linked into reports: what may wrong people or cost readers a link, and the remedy."""

from collections.abc import Callable

from dateline.linking.linked import Linked
from dateline.linking.reports.advice import Advice, AdviceCode
from dateline.linking.reports.alike import report_alike
from dateline.linking.reports.ambiguous import report_ambiguous
from dateline.linking.reports.claims import report_court, report_unsupported
from dateline.linking.reports.drifting import report_drifting
from dateline.linking.reports.nouns import report_nouns
from dateline.linking.reports.one_letter import report_one_letter
from dateline.linking.reports.shared import report_shared
from dateline.linking.reports.suppressed import report_suppressed
from dateline.linking.reports.surnames import report_surnames
from dateline.linking.reports.uncertain import report_uncertain
from dateline.linking.reports.unused import report_unmentioned, report_unused
from dateline.model.dataclass import dataclass
from dateline.reading.content import Content


@dataclass(frozen=True, slots=True)
class Report:
    """What is asked of the site's links, or of its claims."""

    code: AdviceCode
    title: str
    find: Callable[[Content, Linked], tuple[Advice, ...]]
    is_on_claims: bool = False
    """Whether it may wrong people if it goes unread: it is told before all that is about links."""


REPORTS = (
    Report(AdviceCode.CLAIM_UNSUPPORTED, "claims about people with no ground", report_unsupported, is_on_claims=True),
    Report(AdviceCode.COURT_UNSOURCED, "a court's words with no source", report_court, is_on_claims=True),
    Report(AdviceCode.NAME_AMBIGUOUS, "names that may mean two or more", report_ambiguous),
    Report(AdviceCode.NAME_SUPPRESSED, "names that a rule kept back", report_suppressed),
    Report(AdviceCode.SPELLING_DRIFT, "spellings that are nearly a name", report_drifting),
    Report(AdviceCode.ENTITIES_ALIKE, "entities that may be one", report_alike),
    Report(AdviceCode.NAME_SHARED, "names that two or more share", report_shared),
    Report(AdviceCode.SURNAME_ONLY, "articles that name somebody only in part", report_surnames),
    Report(AdviceCode.ENTITY_UNMENTIONED, "entities that no article mentions", report_unmentioned),
    Report(AdviceCode.NAME_UNUSED, "names that no article uses", report_unused),
    Report(AdviceCode.LINK_UNCERTAIN, "names that might mean another", report_uncertain),
    Report(AdviceCode.NOUN_AS_NAME, "nouns that are written like names", report_nouns),
    Report(AdviceCode.NAME_ONE_LETTER, "names of a single letter", report_one_letter),
)
"""Every report, in the order in which those of the same weight are told."""

Findings = tuple[tuple[Report, tuple[Advice, ...]], ...]


def advise(content: Content, linked: Linked) -> Findings:
    """Return every report that has something to say: those on claims, then the one that concerns most mentions."""
    found = [(report, report.find(content, linked)) for report in REPORTS]
    told = [(report, advice) for report, advice in found if advice]
    return tuple(sorted(told, key=_rank))


def _rank(finding: tuple[Report, tuple[Advice, ...]]) -> tuple[bool, int]:
    report, advice = finding
    return not report.is_on_claims, -sum(item.weight for item in advice)
