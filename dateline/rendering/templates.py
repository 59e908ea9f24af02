"""Turn views into HTML with Jinja2 templates that nobody has to trust."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import fields
from hashlib import blake2b
from types import TracebackType

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket

from dateline.model.problem import Code, Location, Problem
from dateline.rendering.catalogues import catalogues_in, find_words
from dateline.rendering.saying import globals_of, say_constants
from dateline.rendering.template_codes import Codes
from dateline.rendering.template_compiler import CompilingEnvironment
from dateline.rendering.tongues import LABEL
from dateline.rendering.views import View
from dateline.rendering.words import Words

_JINJA = "compiler environment filters idtracking lexer nodes optimizer parser sandbox utils".split()

COMPILER_FILES = tuple(str(sys.modules[f"jinja2.{name}"].__file__) for name in _JINJA)
"""What says, beside Dateline, to what a template is compiled: where any of it differs, so may what comes of it."""

NONDETERMINISTIC = ("lipsum", "random")
"""What Jinja2 offers to templates and two builds of one input would not agree on."""

_TEMPLATE_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class TemplateSet:
    """Templates by name, compiled when first used.

    They run in Jinja2's sandbox: a theme may come from a stranger. Undefined names are faults, not blanks,
    and everything but `Html` is escaped.
    """

    def __init__(self, sources: Mapping[str, bytes], folder: str, codes: Codes | None = None) -> None:
        """Take the sources by name, the site's own over the theme's, and what the user calls their folder.

        `codes` keeps what was compiled; None: each template is compiled anew.
        """
        self._sources = sources
        self._folder = folder
        self._codes = codes
        self._catalogues = catalogues_in(sources)
        self._environments: dict[tuple[str, str], _Environment] = {}

    def render(self, name: str, view: View) -> tuple[str, tuple[Problem, ...]]:
        """Return the HTML of a view in the template with this name; where it fails, '' and what is wrong where."""
        try:
            return self._environment_of(view.head.labels, LABEL if view.site.labels else "").get_template(name).render(
                _names(view)
            ), ()
        except TemplateNotFound as fault:
            return "", (self._missing(str(fault.name), asked_by=name),)
        except TemplateSyntaxError as fault:
            return "", (self._broken(fault.filename or name, fault.lineno, str(fault.message)),)
        except _TEMPLATE_FAULTS as fault:
            file, line = self._place(fault.__traceback__, name)
            return "", (self._broken(file, line, _sentence(fault)),)

    def _environment_of(self, language: str, opening: str) -> "_Environment":
        """The templates with the words of a language, opened by a mark, compiled into them."""
        known = self._environments.get((language, opening))
        if known is None:
            known = _environment(self._load, find_words(self._catalogues, language).opened(opening))
            if self._codes:
                name = f"{language}-marked" if opening else language
                known.bytecode_cache = _Compiled(self._codes, name, self._catalogues)
            self._environments[language, opening] = known
        return known

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = self._sources.get(name)
        if source is None:
            return None
        return source.decode("utf-8", errors="replace"), self._file(name), lambda: True

    def _file(self, name: str) -> str:
        return f"{self._folder}/{name}"

    def _missing(self, name: str, asked_by: str) -> Problem:
        file = self._file(asked_by)
        remedy = f"write {self._file(name)}, or delete your own {file} to go back to the default theme"
        return Problem(Code.TEMPLATE_MISSING, f"there is no template '{name}'", Location(file), remedy)

    def _broken(self, file: str, line: int, message: str) -> Problem:
        sentence = f"the template cannot be used: {message.rstrip('.')}"
        return Problem(Code.TEMPLATE_BROKEN, sentence, Location(file, line), "docs/templates.md lists what it may use")

    def _place(self, trace: TracebackType | None, name: str) -> tuple[str, int]:
        """The file and line of the innermost template in a traceback."""
        place = (self._file(name), 0)
        files = {self._file(known) for known in self._sources}
        while trace:
            # Jinja2 rewrites tracebacks, so that frames of templates have the template's file and line.
            if trace.tb_frame.f_code.co_filename in files:
                place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
            trace = trace.tb_next
        return place


class _Compiled(BytecodeCache):
    """Compiled templates of one language, as Jinja2 asks for them."""

    def __init__(self, codes: Codes, language: str, said: Mapping[str, bytes]) -> None:
        self._codes = codes
        self._language = language
        self._said = _digest(language, sorted(said.items()))

    def get_bucket(
        self,
        environment: Environment,
        name: str,
        filename: str | None,
        source: str,
    ) -> Bucket:
        """Return what is known of a template: its code, if it was compiled before."""
        digest = _digest(self._said, name, filename, source)
        bucket = Bucket(environment, f"{self._language}/{name}", digest.hex())
        bucket.code = self._codes.find(bucket.key, digest)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        """Keep a template that was just compiled."""
        if bucket.code:
            self._codes.keep(bucket.key, bytes.fromhex(bucket.checksum), bucket.code)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Leave the bucket as it is: it was filled when it was made."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Leave it: it was kept when it was set."""


def _digest(*parts: object) -> bytes:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class _Environment(CompilingEnvironment):
    """Compiles templates with the words of a language in them."""

    words: Words

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return say_constants(super()._parse(source, name, filename), self.words)


def _environment(load: Callable[[str], tuple[str, str, Callable[[], bool]] | None], words: Words) -> _Environment:
    environment = _Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        auto_reload=False,
    )
    environment.words = words
    environment.globals.update(globals_of(words))
    for name in NONDETERMINISTIC:
        environment.globals.pop(name, None)
        environment.filters.pop(name, None)
    return environment


def _names(view: View) -> dict[str, object]:
    return {field.name: getattr(view, field.name) for field in fields(view)}


def _sentence(fault: BaseException) -> str:
    return str(fault) or type(fault).__name__
