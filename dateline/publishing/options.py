"""Turn what the command line asks for, and the clock, into the options of a build."""

from dateline import __version__
from dateline.model.source import Options
from dateline.publishing.clock import today
from dateline.publishing.wishes import Wish


def options_at(wish: Wish, timezone: str) -> Options:
    """Return the options of a build that is wished for now, in an IANA zone."""
    return Options(
        today=today(timezone),
        version=__version__,
        base_url=wish.base_url,
        drafts=wish.drafts,
        future=wish.future,
        preview=wish.preview,
        offline=wish.offline,
        full_text=wish.full_text,
    )
