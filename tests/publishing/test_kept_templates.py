"""Templates that are kept compiled: they are had back as they were, or not at all."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import CodeType

import pytest
from rendering.test_templates import VIEW
from support.changing import ChangingSite, Fields

from dateline.publishing import kept_templates
from dateline.publishing.engine import Engine
from dateline.publishing.kept_templates import KeptTemplates
from dateline.publishing.memory import Memory
from dateline.publishing.wishes import Wish
from dateline.rendering.parts import Html
from dateline.rendering.templates import TemplateSet

CODE = compile("answer = 42", "page.html", "exec")
SITE: dict[str, Fields] = {"articles/2020-one.md": {"title": "One", "body": "A shot."}}


def kept(folder: Path) -> KeptTemplates:
    """Return what one build kept, as the next one finds it."""
    first = KeptTemplates(folder)
    first.keep("en/page.html", b"digest", CODE)
    first.save()
    return KeptTemplates(folder)


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    """By its name, where it was made from the same."""
    templates = kept(tmp_path / "memory")
    assert templates.find("en/page.html", b"digest") == CODE
    assert templates.find("en/page.html", b"another") is None
    assert templates.find("es/page.html", b"digest") is None
    assert oct(templates.file.stat().st_mode & 0o777) == "0o600"


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    """Not even a file that keeps nothing."""
    KeptTemplates(tmp_path).save()
    assert list(tmp_path.iterdir()) == []


def test_what_is_cut_short_or_garbled_is_not_believed(tmp_path: Path) -> None:
    """Wherever it is; what is kept after that takes its place."""
    file = kept(tmp_path).file
    data = file.read_bytes()
    for place in range(len(data)):
        for damaged in (data[:place], data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]):
            file.write_bytes(damaged)
            assert KeptTemplates(tmp_path).find("en/page.html", b"digest") is None
    assert kept(tmp_path).find("en/page.html", b"digest") == CODE


@pytest.mark.parametrize("rights", [0o620, 0o602])
def test_a_file_that_others_can_write_is_not_believed(tmp_path: Path, rights: int) -> None:
    """It would be run."""
    kept(tmp_path).file.chmod(rights)
    assert KeptTemplates(tmp_path).find("en/page.html", b"digest") is None


def test_what_another_compiler_made_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor kept, where nobody can tell which compiler it is."""
    here = kept(tmp_path)
    other = tmp_path / "compiler.py"
    other.write_text("another")
    monkeypatch.setattr(kept_templates, "COMPILER_FILES", (str(other),))
    assert KeptTemplates(tmp_path).find("en/page.html", b"digest") is None
    monkeypatch.setattr(kept_templates, "COMPILER_FILES", (str(tmp_path / "gone.py"),))
    here.file.unlink()
    assert kept(tmp_path).find("en/page.html", b"digest") is None
    assert not here.file.exists()


class Watched(KeptTemplates):
    """Tells which templates were compiled."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.compiled: list[str] = []

    def keep(self, name: str, digest: bytes, code: CodeType) -> None:
        """Keep it."""
        self.compiled.append(name)
        super().keep(name, digest, code)


def test_templates_are_compiled_once_for_all_builds(tmp_path: Path) -> None:
    """Until their source is another, or the words in them; what is printed is the same."""
    sources = {"page.html": b"{% import 'bit.html' as b %}{{ b.it(site.title) }}{{ _('Sources') }}"}
    sources |= {"bit.html": b"{% macro it(x) %}[{{ x }}]{% endmacro %}"}
    spanish = {"languages/es.po": b'msgid ""\nmsgstr ""\n\nmsgid "Sources"\nmsgstr "Fuentes"\n'}
    view = replace(VIEW, body=Html(""))
    in_spanish = replace(view, head=replace(view.head, labels="es"))
    seen = []
    for theme, asked in (
        (sources, view),
        (sources, view),
        ({**sources, "bit.html": sources["bit.html"] + b" "}, view),
        ({**sources, **spanish}, in_spanish),
    ):
        codes = Watched(tmp_path)
        html, problems = TemplateSet(theme, "templates", codes).render("page.html", asked)
        assert (html, problems) == TemplateSet(theme, "templates").render("page.html", asked)
        codes.save()
        seen.append(codes.compiled)
    assert seen == [["en/page.html", "en/bit.html"], [], ["en/bit.html"], ["es/page.html", "es/bit.html"]]


def test_a_fault_in_a_kept_template_has_its_place(tmp_path: Path) -> None:
    """As one in a template that was just compiled."""
    sources = {"page.html": b"one\n{{ site.tilte }}\n"}
    told = []
    for _ in range(2):
        codes = KeptTemplates(tmp_path)
        told.append(TemplateSet(sources, "templates", codes).render("page.html", VIEW))
        codes.save()
    assert told[0] == told[1]
    assert told[1][1][0].location.line == 2


def build(site: ChangingSite, output: Path, memory: Memory | None) -> None:
    """Build a site."""
    with closing(Engine(Wish(site.content), output, memory)) as engine:
        engine.build(lambda *_: None)


def test_a_build_keeps_its_templates_beside_what_it_remembers(tmp_path: Path) -> None:
    """And the next one finds them; where nothing is remembered nothing is kept."""
    site = ChangingSite(tmp_path, dict(SITE))
    site.write()
    build(site, tmp_path / "other", None)
    assert list(tmp_path.rglob("templates.bin")) == []
    memory = Memory(tmp_path / "memory")
    build(site, tmp_path / "site", memory)
    file = memory.folder / "templates.bin"
    before = file.stat().st_mtime_ns, file.read_bytes()
    (site.content / "articles/2020-one.md").write_text("# One\n\nTwo shots.\n")
    build(site, tmp_path / "site", memory)
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before
    assert "Two shots." in (tmp_path / "site/articles/one/index.html").read_text()
