"""See an edition from one page: its links, its names and dates, and what its head and foot say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from dateline.indexes.records import ROOT, ArticleRecord, PageRecord
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.names import EntityId, Slug, UrlPath
from dateline.model.settings import Kind, Settings
from dateline.model.urls import (
    ARTICLES,
    COMPARE,
    CORRECTIONS,
    DATA,
    FEED,
    HOME,
    MAP,
    NETWORK,
    NOT_FOUND,
    PRINT,
    SEARCH,
    SOURCES,
    TIMELINE,
    article_url,
    entity_url,
    page_url,
    register_url,
)
from dateline.rendering.date_words import date_parts
from dateline.rendering.edition import Edition
from dateline.rendering.known_words import KINDS
from dateline.rendering.memo import Recent
from dateline.rendering.parts import ArticleLinkView, ChipGroupView, ChipView, EntryView, Html, LinkView
from dateline.rendering.shared_views import HeadView, SiteView
from dateline.rendering.tongues import OWN, are_alike, direction_of, mark, open_with
from dateline.rendering.words import Words

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'{script}; img-src 'self'; font-src 'self'; "
    "connect-src 'self'{connect}; base-uri 'none'; form-action 'none'"
)
_SUMMARY_LENGTH = 300


@dataclass(frozen=True, slots=True)
class _Shared:
    """What pages of one language have alike."""

    chips: dict[EntityId, ChipView] = field(default_factory=dict)
    links: Recent[Slug, ArticleLinkView] = field(default_factory=Recent)
    bare: Recent[tuple[object, ...], EntryView] = field(default_factory=Recent)


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """An edition as seen from the page with this URL path."""

    edition: Edition
    url: UrlPath
    own_language: str = ""
    """Its language tag (BCP 47) where it has one of its own: the page of a text in another language."""
    language: str = field(init=False)
    """The language of the page: its own, else that of the site."""
    words: Words = field(init=False)
    """What the page says of itself, in its language; where that has no catalogue, in that of the site."""
    chips: dict[EntityId, ChipView] = field(init=False, compare=False, repr=False)
    """The names of entities as links, as far as pages of this language have asked for them."""
    links: Recent[Slug, ArticleLinkView] = field(init=False, compare=False, repr=False)
    """The same of articles, as far as it was asked for lately."""
    bare: Recent[tuple[object, ...], EntryView] = field(init=False, compare=False, repr=False)
    """What pages of this language show alike of entries that they asked for lately."""

    def __post_init__(self) -> None:
        # Every count asks for the words.
        object.__setattr__(self, "language", self.own_language or self.edition.content.settings.language)
        object.__setattr__(self, "words", self.edition.words(self.language))
        # Looked up for every name and every line: not by a key that names the language each time.
        shared = self.edition.memo.once((Viewpoint, self.language), _Shared)
        object.__setattr__(self, "chips", shared.chips)
        object.__setattr__(self, "links", shared.links)
        object.__setattr__(self, "bare", shared.bare)

    @staticmethod
    def link(target: UrlPath, anchor: str = "") -> str:
        """Return the URL of a page, or of a place on it: relative to any page, when that is done."""
        return f"{ROOT}{target}#{anchor}" if anchor else f"{ROOT}{target}"

    def permalink(self) -> str:
        """Return the page's full URL, or its path from the root where the site has no base URL."""
        return f"{self.edition.base_url or '/'}{self.url}"

    def site(self) -> SiteView:
        """Return what every page shares; pages in one part of the site share all of it."""
        currents = tuple(self._current(target) for _, target in (*self._targets(), *self._page_targets()))
        return self.edition.memo.once((SiteView, self.language, currents), self._site)

    def _site(self) -> SiteView:
        settings, options = self.edition.content.settings, self.edition.options
        return SiteView(
            title=self.own(settings.title),
            description=settings.description,
            notice=self.own(settings.notice),
            root=ROOT,
            base_url=self.edition.base_url,
            navigation=self._navigation(),
            footer=self._footer(),
            feed=self.link(FEED),
            policy=_policy(is_preview=options.preview),
            has_kind_styles=bool(self.edition.drawn_kinds),
            has_cards=settings.cards and bool(self.edition.records.entities),
            is_preview=options.preview,
            is_offline=options.offline,
            generator=f"Dateline {options.version}",
            extra=settings.extra,
            labels=self.words.language if self.words.opening else "",
            language="" if self._is_own else settings.language,
        )

    @property
    def _is_own(self) -> bool:
        """Whether the page is in the language of the site."""
        return are_alike(self.language, self.edition.content.settings.language)

    def own(self, text: str) -> str:
        """Return words that the author wrote of the whole site, in its language, as the page is to have them."""
        return text if self._is_own else mark(text, OWN)

    def known(self, context: str, text: str, known: Sequence[str]) -> str:
        """Return words that a catalogue translates if they are `known` to the interface; else they are the author's."""
        if text in known or (context, text) in self.words.messages:
            return self.words.pgettext(context, text)
        return self.own(text)

    def head(self, title: str, description: str = "") -> HeadView:
        """Return what the head of the page says; the description falls back to the site's."""
        settings, language = self.edition.content.settings, self.language
        told = description or settings.description or settings.title
        return HeadView(
            title=title,
            window_title=f"{title} · {settings.title}" if title != settings.title else title,
            description=shorten(" ".join(told.split()), _SUMMARY_LENGTH),
            canonical=self.permalink() if self.edition.base_url and self.url != NOT_FOUND else "",
            language=language,
            direction=direction_of(language),
            image="",
            image_alt="",
            linked_data=Html(""),
            labels=self.words.language,
        )

    def chip(self, identity: EntityId) -> ChipView:
        """Return the name of an entity as a link."""
        known = self.chips.get(identity)
        if known is None:
            known = self.chips[identity] = self._chip(identity)
        return known

    def _chip(self, identity: EntityId) -> ChipView:
        entity = self.edition.entity(identity)
        noun = self.kind_noun(self.edition.content.settings.kind(entity.kind), 1)
        return ChipView(entity.name_in(self.language), self.link(entity_url(identity)), entity.kind, noun)

    def kind_label(self, kind: str) -> str:
        """Return what one entity of a kind is called, given the name of the kind: `Person`."""
        return self.known("kind", self.edition.content.settings.kind(kind).label, KINDS)

    def plural_label(self, kind: Kind) -> str:
        """Return what several entities of a kind are called: `People`."""
        return self.known("kind", kind.plural, KINDS)

    def kind_noun(self, kind: Kind, number: int) -> str:
        """Return the kind as the noun that goes with a number: `person`, `people`."""
        label = self.kind_label(kind.name) if number == 1 else self.plural_label(kind)
        return open_with(label, str.lower)

    def chip_groups(self, identities: Sequence[EntityId]) -> tuple[ChipGroupView, ...]:
        """Return entities by kind, in the order given within each."""
        return tuple(
            ChipGroupView(self.plural_label(kind), tuple(self.chip(identity) for identity in members))
            for kind in self.edition.kinds
            if (members := [i for i in identities if self.edition.entity(i).kind == kind.name])
        )

    def by_kind_and_name(self, identities: Iterable[EntityId]) -> list[EntityId]:
        """Return entities in the order of the kinds, then by name."""
        ranks = self.edition.memo.once((Entity, "ranks"), self._rank)
        return sorted(identities, key=ranks.__getitem__)

    def _rank(self) -> Mapping[EntityId, int]:
        """Where each entity stands among all, so that nobody sorts names for every line."""
        content = self.edition.content
        ordered = sort_by_kind(content.registry.entities, content.settings)
        return {entity.id: place for place, entity in enumerate(ordered)}

    def article(self, article: ArticleRecord) -> ArticleLinkView:
        """Return an article as a link."""
        known = self.links.get(article.slug)
        if known is None:
            known = self.links.keep(article.slug, self._link_to(article))
        return known

    def _link_to(self, article: ArticleRecord) -> ArticleLinkView:
        return ArticleLinkView(
            title=article.title,
            url=self.link(article_url(article.slug)),
            date=date_parts(article.date, self.language, short=False),
            language=self.foreign(article),
        )

    def foreign(self, article: ArticleRecord) -> str:
        """Return the article's language where it is not that of the page; else ''."""
        language = article.language or self.edition.content.settings.language
        return "" if language == self.language else language

    def register(self, kind: Kind) -> LinkView:
        """Return the register of a kind as a link."""
        return self._nav(self.plural_label(kind), register_url(kind.folder))

    def _navigation(self) -> tuple[LinkView, ...]:
        return tuple(self._nav(label, target) for label, target in self._targets())

    def _targets(self) -> Sequence[tuple[str, UrlPath]]:
        """The links in the head of every page."""
        return self.edition.memo.once((SiteView, self.language), self._make_targets)

    def _make_targets(self) -> Sequence[tuple[str, UrlPath]]:
        chosen = self.edition.content.settings.navigation
        if chosen:
            return [(self.own(label), UrlPath(path.lstrip("/"))) for label, path in chosen]
        registers = [(self.plural_label(kind), register_url(kind.folder)) for kind in self.edition.kinds]
        maps = [(self.words.gettext("Map"), MAP)] if self.edition.has_map else []
        say = self.words.gettext
        return [(say("Timeline"), TIMELINE), (say("Articles"), ARTICLES), *registers, *maps, *self._page_targets()]

    def _page_targets(self) -> Sequence[tuple[str, UrlPath]]:
        """The links to pages in the foot of every page."""
        return [(self._title(page), page_url(page.slug)) for page in self.edition.pages_in(self.language)]

    def _title(self, page: PageRecord) -> str:
        language = page.language or self.edition.content.settings.language
        is_of_site = are_alike(language, self.edition.content.settings.language)
        return self.own(page.title) if is_of_site else page.title

    def _footer(self) -> tuple[LinkView, ...]:
        own = [
            LinkView(self.words.gettext("How to read it"), self.link(HOME, "key")),
            LinkView(self.words.gettext("Search"), self.link(SEARCH)),
            LinkView(self.words.gettext("Data"), self.link(DATA)),
            LinkView(self.words.gettext("Feed"), self.link(FEED)),
        ]
        if self.edition.has_company:
            own.append(LinkView(self.words.gettext("Network"), self.link(NETWORK)))
            own.append(LinkView(self.words.gettext("Compare"), self.link(COMPARE)))
        if self.edition.has_entries:
            own.append(LinkView(self.words.gettext("In print"), self.link(PRINT)))
        if self.edition.has_sources:
            own.append(LinkView(self.words.gettext("Sources"), self.link(SOURCES)))
        if self.edition.has_corrections:
            own.append(LinkView(self.words.gettext("Corrections"), self.link(CORRECTIONS)))
        return (*own, *self._pages())

    def _pages(self) -> list[LinkView]:
        return [self._nav(label, target) for label, target in self._page_targets()]

    def _nav(self, label: str, target: UrlPath) -> LinkView:
        return LinkView(label, self.link(target), self._current(target))

    def _current(self, target: UrlPath) -> str:
        return "page" if target == self.url else "true" if target and self.url.startswith(target) else ""


def web_url(url: str) -> str:
    """Return a URL that a link may have; '' for one that runs a program or is none."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def allow_wasm(policy: str) -> str:
    """Return a Content-Security-Policy that lets scripts of the site compile WebAssembly (CSP3, 'wasm-unsafe-eval')."""
    return policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


def _policy(*, is_preview: bool) -> str:
    script, connect = (" 'unsafe-inline'", " ws:") if is_preview else ("", "")
    return _POLICY.format(script=script, connect=connect)


def sort_by_kind(entities: Iterable[Entity], settings: Settings) -> list[Entity]:
    """Return entities in the order of the kinds, then by name."""
    order = {kind.name: place for place, kind in enumerate(settings.kinds)}
    return sorted(entities, key=lambda each: (order[each.kind], each.name.casefold(), each.id))


def shorten(text: str, most: int) -> str:
    """Return a text of so many characters at most, and a sign that there was more, cut between words."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
