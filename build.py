"""Turn `python build.py` into the `dateline` command: it builds the site; `python build.py serve` previews it."""

from dateline.cli import main

main()
