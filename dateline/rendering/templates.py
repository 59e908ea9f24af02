"""Turn views into HTML with Jinja2 templates that nobody has to trust."""

from collections.abc import Callable, Container, Mapping
from dataclasses import fields, is_dataclass
from types import TracebackType
from typing import Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from dateline.model.problem import Code, Location, Problem
from dateline.rendering import data_views, date_words, parts, shared_views, views
from dateline.rendering.catalogues import catalogues_in, find_words
from dateline.rendering.saying import globals_of, say_constants
from dateline.rendering.views import View
from dateline.rendering.words import Words

NONDETERMINISTIC = ("lipsum", "random")
"""What Jinja2 offers to templates and two builds of one input would not agree on."""

_PUBLIC: Mapping[type, Container[str]] = {
    each: frozenset(field.name for field in fields(each)).union(
        name for name, value in vars(each).items() if isinstance(value, property) and not name.startswith("_")
    )
    for module in (parts, views, data_views, shared_views, date_words)
    for each in vars(module).values()
    if isinstance(each, type) and is_dataclass(each)
}
"""What templates may read of each view."""

_REPEATED = frozenset(
    {parts.ArticleLinkView, parts.ChipView, parts.ExtentView, parts.StatusView, shared_views.SiteView}
)
"""What stands on many pages alike; so do dates, which are tuples of parts."""

_DATE = {date_words.DatePart}

_MOST_PRINTED = 200_000
_MOST_ESCAPED, _LONGEST_ESCAPED = 100_000, 80
"""How many texts are remembered as HTML: enough for the names and dates of a large site."""

_JINJA_NAMES = ("_block_vars", "_loop_vars")
"""What compiled templates add to a call, for functions that ask for the context; a macro does not."""

_TEMPLATE_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class TemplateSet:
    """Templates by name, compiled when first used.

    They run in Jinja2's sandbox: a theme may come from a stranger. Undefined names are faults, not blanks,
    and everything but `Html` is escaped.
    """

    def __init__(self, sources: Mapping[str, bytes], folder: str) -> None:
        """Take the sources by name, the site's own over the theme's, and what the user calls their folder."""
        self._sources = sources
        self._folder = folder
        self._catalogues = catalogues_in(sources)
        self._environments: dict[str, _Environment] = {}

    def render(self, name: str, view: View) -> tuple[str, tuple[Problem, ...]]:
        """Return the HTML of a view in the template with this name; where it fails, '' and what is wrong where."""
        try:
            return self._environment_of(view.head.labels).get_template(name).render(_names(view)), ()
        except TemplateNotFound as fault:
            return "", (self._missing(str(fault.name), asked_by=name),)
        except TemplateSyntaxError as fault:
            return "", (self._broken(fault.filename or name, fault.lineno, str(fault.message)),)
        except _TEMPLATE_FAULTS as fault:
            file, line = self._place(fault.__traceback__, name)
            return "", (self._broken(file, line, _sentence(fault)),)

    def _environment_of(self, language: str) -> "_Environment":
        """The templates with the words of a language, compiled into them."""
        known = self._environments.get(language)
        if known is None:
            known = self._environments[language] = _environment(self._load, find_words(self._catalogues, language))
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


class _Compiler(CodeGenerator):
    """Compiles templates so that what they do most, to print the public fields of views, takes no detour."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the name that Jinja2 calls
        """Read a public field of a view as it is; leave all else to the sandbox."""
        if node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        value = self.temporary_identifier()
        self.write(f"({value}.{node.attr} if {node.attr!r} in environment.public(({value} := ")
        self.visit(node.node, frame)
        self.write(f")) else environment.getattr({value}, {node.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Ask of a macro that is called with one value whether that is printed already."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) != 1:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        called, value = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"(environment.print({called}, {value}) if environment.is_repeated(({called} := ")
        self.visit(node.node, frame)
        self.write(f"), ({value} := ")
        self.visit(node.args[0], frame)
        loop = ", _loop_vars=_loop_vars" if frame.loop_frame else ""
        block = ", _block_vars=_block_vars" if frame.block_frame else ""
        self.write(f")) else environment.call(context, {called}, {value}{loop}{block}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escape(")


class _Template(Template):
    """A template that tells the environment which of its macros see nothing of any page."""

    environment: "_Environment"

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - the name that Jinja2 calls it by
        shared: bool = False,  # noqa: FBT001, FBT002
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """Return the macros for an import; without variables it is made once for all pages."""
        module = super().make_module(vars, shared, locals)
        if not vars and not locals:
            self.environment.unbound.update(each for each in module.__dict__.values() if type(each) is Macro)
        return module


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to what is by far the most of all: the public fields of views, and macros.

    What an imported macro prints of one value that stands on many pages (a name, a date) is printed once and
    remembered. A macro of the page itself may print something else each time: it sees all that the page does.
    """

    code_generator_class = _Compiler
    template_class = _Template
    unbound: set[Macro]
    """The macros that were imported without context, which so keep their identity."""
    printed: dict[tuple[int, object], tuple[object, object]]
    """What was printed of a value, and the value, which so keeps its identity."""
    escaped: dict[str, str]
    words: Words

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return say_constants(super()._parse(source, name, filename), self.words)

    @staticmethod
    def public(value: object) -> Container[str]:
        """Return the names of the fields of a view; of any other value none."""
        return _PUBLIC.get(type(value), ())

    def escape(self, value: object) -> str:
        """Return a value as HTML; most of what pages say they say more than once."""
        if type(value) is Markup:
            return value
        if type(value) is not str:
            return escape(value)
        if len(value) > _LONGEST_ESCAPED:
            return escape(value)
        known = self.escaped.get(value)
        if known is None:
            known = str(escape(value))
            if len(self.escaped) < _MOST_ESCAPED:
                self.escaped[value] = known
        return known

    def call(self, context: Context, obj: object, *args: object, **kwargs: object) -> object:
        """Call what a template calls; macros are templates' own, and need no leave."""
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **kwargs)
        for own in _JINJA_NAMES:
            kwargs.pop(own, None)
        return obj(*args, **kwargs)

    def is_repeated(self, called: object, value: object) -> bool:
        """Return whether an imported macro is called with a value that stands on many pages alike."""
        if type(called) is not Macro or called not in self.unbound:
            return False
        return {*map(type, value)} == _DATE if type(value) is tuple else type(value) in _REPEATED

    def print(self, macro: Macro, value: object) -> object:
        """Return what a macro prints of a value that stands on many pages alike.

        Values are known by what they are: views of one name or date are made once for all pages of one depth.
        """
        key = (id(macro), value if type(value) is tuple else id(value))
        known = self.printed.get(key)
        if known is None:
            if len(self.printed) == _MOST_PRINTED:
                self.printed.clear()
            known = self.printed[key] = (macro(value), value)
        return known[0]


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
    environment.unbound = set()
    environment.printed = {}
    environment.escaped = {}
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
