"""Hold what short builds have changed in the state that the last whole build has kept."""

from collections.abc import Mapping
from dataclasses import field, replace

from dateline.model.dataclass import dataclass
from dateline.publishing.kept import KeptArticle, KeptOutput, Seen, State


@dataclass(frozen=True, slots=True)
class Journal:
    """What is otherwise than in a state; none of it comes or goes."""

    base: bytes = b""
    """The digest that vouches for that state."""
    seen: Mapping[str, Seen] = field(default_factory=dict)
    articles: Mapping[str, KeptArticle] = field(default_factory=dict)
    """By path."""
    outputs: Mapping[str, KeptOutput] = field(default_factory=dict)
    manifest: tuple[int, int] = (-1, 0)
    """Size and time (in nanoseconds) of the list of outputs; a size below 0: as the state has it."""

    mentions: int = 0
    """How many more mentions there are, in all articles but translations; below 0: fewer."""

    def applied(self, state: State) -> State:
        """Return the state as it is after these changes."""
        return replace(
            state,
            seen={**state.seen, **self.seen},
            articles={**state.articles, **self.articles},
            outputs={**state.outputs, **self.outputs},
        )

    def followed(self, later: "Journal") -> "Journal":
        """Return the journal with what was changed later on top."""
        return replace(
            later,
            seen={**self.seen, **later.seen},
            articles={**self.articles, **later.articles},
            outputs={**self.outputs, **later.outputs},
            mentions=self.mentions + later.mentions,
        )
