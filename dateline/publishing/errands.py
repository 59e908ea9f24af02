"""Let another process do what takes a while and gives little, while this one goes on."""

import marshal
import os
import signal
from collections.abc import Callable
from typing import Any, Generic, NoReturn, TypeVar

T = TypeVar("T")


class Errand(Generic[T]):
    """Something that a forked process does, beginning at once.

    What comes of it is made of numbers, texts, tuples, lists, dictionaries and None.
    """

    def __init__(self, do: Callable[[], T]) -> None:
        """Begin. Raises OSError where there can be no other process."""
        self._do = do
        self._pipe, theirs = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.close(self._pipe)  # else the other process would wait for itself to read, where this one has ended
            _run(do, theirs)
        os.close(theirs)

    def result(self) -> T:
        """Wait for it, and return what came of it; to be asked for once.

        Where the other process could not do it, this one tries, so that whatever is wrong is raised here.
        """
        with open(self._pipe, "rb") as pipe:  # noqa: PTH123 - a descriptor has no path
            data = pipe.read()
        process, self._process = self._process, 0
        is_done = os.waitpid(process, 0)[1] == 0
        done: T = marshal.loads(data) if is_done else self._do()  # noqa: S302 - our own process has written it
        return done

    def drop(self) -> None:
        """Do without it, where nobody has asked for it."""
        if self._process:
            os.close(self._pipe)
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0


def _run(do: Callable[[], Any], pipe: int) -> NoReturn:
    """Do it, send what came of it, and end without any of what ends this program."""
    status = 1
    try:
        with open(pipe, "wb") as opened:
            opened.write(marshal.dumps(do()))
        status = 0
    finally:
        os._exit(status)
