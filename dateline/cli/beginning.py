"""Turn the command `new` into a file to fill in."""

from pathlib import Path

import click

from dateline.cli.options import FOLDER, examples
from dateline.cli.telling import printable
from dateline.pipeline import read_timezone
from dateline.publishing.clock import today
from dateline.publishing.output import write_new
from dateline.publishing.sources import find_settings
from dateline.publishing.starters import FOLDERS, article_starter, entity_starter


@click.command(
    epilog=examples(
        'dateline new article "Gunmen fire on the president\'s guard"', 'dateline new person "Claudia Sheinbaum"'
    )
)
@click.argument("kind", type=click.Choice(["article", *FOLDERS]))
@click.argument("title")
@click.option("--content", type=FOLDER, default="content", show_default=True, help="The folder of articles.")
def new(kind: str, title: str, content: Path) -> None:
    """Begin a new article, person, group or place, with everything that its file may say."""
    if kind == "article":
        starter = article_starter(title, today(read_timezone(find_settings(content))))
    else:
        starter = entity_starter(kind, title)
    file = content / starter.path
    write_new(file, starter.text)
    click.echo(printable(file.as_posix()))
