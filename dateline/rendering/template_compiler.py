"""Turn templates into Python that prints the public fields of views, and what macros make of them, without a detour."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any, get_args

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext
from jinja2.runtime import Macro as AnyMacro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape

from dateline.rendering import date_words, parts, shared_views
from dateline.rendering.views import View

_REPEATED = frozenset(
    {parts.ArticleLinkView, parts.ChipView, parts.ExtentView, parts.StatusView, shared_views.SiteView}
)
"""What stands on many pages alike; so do dates, which are tuples of parts."""

_DATE = {date_words.DatePart}

_MOST_PRINTED = 8000
"""How many values each macro remembers."""
_MOST_ESCAPED, _LONGEST_ESCAPED = 5000, 80
"""How many texts are remembered as HTML: the names of a large site."""

_JINJA_NAMES = ("_block_vars", "_loop_vars")
"""What compiled templates add to a call, for functions that ask for the context; a macro does not."""


def _views_within(kinds: Iterable[object]) -> Iterator[type]:
    """Every class of views among types, and in what their fields hold, each once."""
    waiting, known = [*kinds], set()
    while waiting:
        kind = waiting.pop()
        waiting += get_args(kind)
        if isinstance(kind, type) and is_dataclass(kind) and kind not in known:
            known.add(kind)
            waiting += [field.type for field in fields(kind)]
            yield kind


def _public_names(view: type) -> frozenset[str]:
    own = (name for name, value in vars(view).items() if isinstance(value, property) and not name.startswith("_"))
    return frozenset({*(field.name for field in fields(view)), *own})


_LOOP = frozenset({"depth", "depth0", "first", "index", "index0", "last", "length", "revindex", "revindex0"})

_PUBLIC: Mapping[type, frozenset[str]] = {
    LoopContext: _LOOP,
    **{view: _public_names(view) for view in _views_within(get_args(View))},
}
"""What templates may read of each view, and of a loop."""


class Macro(AnyMacro):
    """A macro that compiled templates can call as a function, and that remembers what it has printed.

    What an imported macro prints of one value that stands on many pages (a name, a date) is printed once. A macro of
    the page itself may print something else each time: it sees all that the page does.
    """

    def __init__(self, *details: Any) -> None:
        """Take what compiled templates tell of it."""
        super().__init__(*details)
        is_plain = self._default_autoescape and not (self.catch_kwargs or self.catch_varargs or self.caller)
        self.plain: Mapping[int, Callable[..., str]] = self._functions() if is_plain else {}
        """It as functions that return HTML, by how many values each takes."""
        self.is_shared = False
        """Whether it sees nothing of any page."""
        self._printed: dict[int, tuple[str, object]] = {}
        # With what was printed stands the value: it lives as long, and so nothing else gets its identity.

    def _functions(self) -> Mapping[int, Callable[..., str]]:
        whole, most = self._func, len(self.arguments)
        return {most: whole, **{number: _with_fewer(whole, most - number) for number in range(most)}}

    def print(self, value: object) -> str:
        """Return what it prints of one value, as HTML.

        Values are known by what they are: views of one name or date are made once for all pages of one language.
        """
        known = self._printed.get(id(value))
        if known is not None:
            return known[0]
        html = self.plain[1](value)
        if self.is_shared and _is_repeated(value):
            if len(self._printed) == _MOST_PRINTED:
                self._printed.clear()
            self._printed[id(value)] = html, value
        return html


def _with_fewer(whole: Callable[..., str], absent: int) -> Callable[..., str]:
    """A macro to which so many of its last values are not given: it says itself what they are then."""
    rest = (missing,) * absent
    return lambda *values: whole(*values, *rest)


def _is_repeated(value: object) -> bool:
    return {*map(type, value)} == _DATE if type(value) is tuple else type(value) in _REPEATED


class Escaped(dict[str, str]):
    """Texts as HTML, as `markupsafe.escape` has them; most of what pages say they say more than once."""

    def __missing__(self, text: str) -> str:
        """Return a text as HTML; remember short ones."""
        html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        html = html.replace("'", "&#39;").replace('"', "&#34;")
        if len(text) <= _LONGEST_ESCAPED:
            if len(self) == _MOST_ESCAPED:
                self.clear()
            self[text] = html
        return html


class Compiler(CodeGenerator):
    """Compiles templates so that what they do most takes no detour; all else is left to the sandbox."""

    environment: "CompilingEnvironment"

    def __init__(self, *details: Any, **more: Any) -> None:
        """Take what Jinja2 tells of the template."""
        super().__init__(*details, **more)
        self._read: set[str] = set()
        self._printed: nodes.Call | None = None
        self._value = ""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja2's name
        """Write a template, and below it the names that it needs when it runs."""
        super().visit_Template(node, frame)
        self.writeline("Macro, escaped, marked = environment.tools()")
        for name in sorted(self._read):
            self.writeline(f"may_{name} = environment.readable({name!r})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the name that Jinja2 calls
        """Read a public field of a view as it is."""
        if node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        self._read.add(node.attr)
        value = self.temporary_identifier()
        self.write(f"({value}.{node.attr} if type({value} := ")
        self.visit(node.node, frame)
        self.write(f") in may_{node.attr} else environment.getattr({value}, {node.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Call a macro that is given no more values than it takes as a function."""
        is_printed = node is self._printed
        if forward_caller or not _is_plain(node):
            self.write("environment.escape(" if is_printed else "(")
            super().visit_Call(node, frame, forward_caller=forward_caller)
            self.write(")")
            return
        called, number = self.temporary_identifier(), len(node.args)
        self.write("(" if is_printed else "(marked(")
        self.write(f"{called}.{'print' if number == 1 else f'plain[{number}]'}")
        self._write_values(node, frame)
        self.write(f"{'' if is_printed else ')'} if type({called} := ")
        self.visit(node.node, frame)
        self.write(f") is Macro and {number} in {called}.plain else ")
        self.write(f"{'environment.escape(' if is_printed else '('}environment.call(context, {called}, *")
        self._write_values(node, frame)
        loop = ", _loop_vars=_loop_vars" if frame.loop_frame else ""
        block = ", _block_vars=_block_vars" if frame.block_frame else ""
        self.write(f"{loop}{block})))")

    def _write_values(self, node: nodes.Call, frame: Frame) -> None:
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _is_escaped(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        elif isinstance(node, nodes.Call):
            self._printed = node
        else:
            self._value = self.temporary_identifier()
            self.write(f"(escaped[{self._value}] if type({self._value} := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _is_escaped(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        elif not isinstance(node, nodes.Call):
            self.write(f") is str else environment.escape({self._value}))")


def _is_escaped(frame: Frame, finalize: Any) -> bool:
    """Whether it is known that what is printed here is escaped, and nothing else done with it."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile and finalize.src is None


def _is_plain(node: nodes.Call) -> bool:
    """Whether a call gives values in their order; where they hold calls it would be written twice for each of them."""
    if node.kwargs or node.dyn_args or node.dyn_kwargs:
        return False
    return not any(isinstance(value, nodes.Call) or value.find(nodes.Call) for value in node.args)


class CompiledTemplate(Template):
    """A template whose macros see nothing of any page where they are imported without its variables."""

    environment: "CompilingEnvironment"

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - the name that Jinja2 calls it by
        shared: bool = False,  # noqa: FBT001, FBT002
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """Return the macros for an import; without variables it is made once for all pages."""
        module = super().make_module(vars, shared, locals)
        if not vars and not locals:
            for each in module.__dict__.values():
                if type(each) is Macro:
                    each.is_shared = True
        return module

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        """The macros for an import without context; all templates of an environment have the same globals."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class CompilingEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to what is by far the most of all: the public fields of views, and macros."""

    code_generator_class = Compiler
    template_class = CompiledTemplate

    def __init__(self, **options: Any) -> None:
        """Take the options of Jinja2."""
        super().__init__(**options)
        self._escaped = Escaped()
        self._loaded: dict[str, Template] = {}

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        """Return the template of this name, which never changes."""
        known = self._loaded.get(name)
        if known is None:
            known = self._loaded[name] = super().get_template(name, parent, globals)
        return known

    def tools(self) -> tuple[type[Macro], Escaped, Callable[[str], Markup]]:
        """Return what compiled templates print with."""
        return Macro, self._escaped, partial(str.__new__, Markup)

    @staticmethod
    def readable(name: str) -> frozenset[type]:
        """Return the views, and the loop, that have a public field of this name."""
        return frozenset(view for view, public in _PUBLIC.items() if name in public)

    def escape(self, value: object) -> str:
        """Return a value as HTML."""
        kind = type(value)
        if kind is Markup:
            return value  # type: ignore[return-value]
        if kind is int:
            return str(value)
        if kind is parts.Html:
            return value.text  # type: ignore[attr-defined, no-any-return]
        return self._escaped[value] if kind is str else escape(value)  # type: ignore[index]

    def call(self, context: Context, obj: object, *args: object, **kwargs: object) -> object:
        """Call what a template calls; macros are templates' own, and need no leave."""
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **kwargs)
        for own in _JINJA_NAMES:
            kwargs.pop(own, None)
        return obj(*args, **kwargs)
