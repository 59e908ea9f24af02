"""Turn all tags, or all statuses, into a list that says of each how many entries have it, and when."""

from collections.abc import Iterator
from functools import partial

from dateline.indexes.choices import Choice
from dateline.indexes.dates import is_known
from dateline.indexes.records import Stamps
from dateline.model.article import Status
from dateline.model.urls import STATUSES
from dateline.rendering.charts import draw_spark
from dateline.rendering.choice_views import ChoiceRowView, ChoicesView
from dateline.rendering.citables import cite_page, view_cite
from dateline.rendering.date_words import DatePart, span_parts
from dateline.rendering.edition import Edition
from dateline.rendering.families import Family, choice_url, list_families
from dateline.rendering.keys import ingredients, stamp, stamp_words
from dateline.rendering.linked_data import describe_list
from dateline.rendering.plan import PlannedPage
from dateline.rendering.spans import month_parts
from dateline.rendering.spark_scales import Scale, find_scale, scale_title
from dateline.rendering.status_views import view_status
from dateline.rendering.viewpoint import Viewpoint

MOST_SPARKS = 200
"""A list of more has no sparks: it is one page, and is to stay a short one."""


def plan_choice_lists(edition: Edition) -> Iterator[PlannedPage]:
    """Return the list of tags and that of statuses."""
    for family in list_families(edition):
        make, key = partial(_list, edition, family), partial(_key, edition, family)
        yield PlannedPage(family.url, "choices.html", make, key, family.url)


def _key(edition: Edition, family: Family, stamps: Stamps) -> bytes:
    shape = stamp((family.url, [(each.slug, each.words) for each in family.choices], _scale(edition, family)))
    return ingredients(edition, stamps).page(
        "choices.html", shape, *(_row_key(each, edition) for each in family.choices)
    )


def _row_key(choice: Choice, edition: Edition) -> bytes:
    times = [entry.edtf for entry in choice.entries]
    to_come = sorted(edition.announced.intersection(times)) if edition.announced else []
    return stamp_words((f"{len(times)} {len(to_come)}", *times, *to_come))


def _scale(edition: Edition, family: Family) -> Scale | None:
    if len(family.choices) > MOST_SPARKS:
        return None
    return edition.memo.once((Scale, family.url), lambda: _find_scale(edition, family))


def _find_scale(edition: Edition, family: Family) -> Scale | None:
    return find_scale(([entry.edtf for entry in each.entries] for each in family.choices), edition.axis)


def _list(edition: Edition, family: Family) -> ChoicesView:
    viewpoint = Viewpoint(edition, family.url)
    words, scale = viewpoint.words, _scale(edition, family)
    title = words.gettext(family.title)
    standfirst = words.ngettext(*family.count, len(family.choices))
    return ChoicesView(
        site=viewpoint.site(),
        head=describe_list(viewpoint.head(title, standfirst), viewpoint, []),
        standfirst=standfirst,
        name=words.gettext("Status") if family.url == STATUSES else words.gettext("Tag"),
        spark_title=scale_title(scale, words) if scale else "",
        rows=tuple(_row(each, family, scale, viewpoint) for each in family.choices),
        cite=view_cite(cite_page(family.url.strip("/"), title, viewpoint), viewpoint),
    )


def _row(choice: Choice, family: Family, scale: Scale | None, viewpoint: Viewpoint) -> ChoiceRowView:
    is_status = family.url == STATUSES
    first, last = _ends(choice, viewpoint)
    return ChoiceRowView(
        url=viewpoint.link(choice_url(family, choice)),
        label="" if is_status else choice.words,
        status=view_status(Status(choice.words), viewpoint.words) if is_status else None,
        entries=viewpoint.words.figures(len(choice.entries)),
        first=first,
        last=last,
        seen=first if first == last else span_parts(first, last, viewpoint.language),
        spark=draw_spark(choice.entries, scale.axis, scale.most) if scale else None,
    )


def _ends(choice: Choice, viewpoint: Viewpoint) -> tuple[tuple[DatePart, ...], tuple[DatePart, ...]]:
    """When the first and the last of its entries are dated that are not still to come; () where none is."""
    announced = viewpoint.edition.announced
    dated = [each for each in choice.entries if is_known(each.edtf) and each.edtf not in announced]
    if not dated:
        return (), ()
    return month_parts(dated[0].date, viewpoint.language), month_parts(dated[-1].date, viewpoint.language)
