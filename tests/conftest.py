"""What holds for every test: its caches are its own, and laws are searched with the same luck each time in CI."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test, and nothing that tests share, reads or writes the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_CACHE", str(tmp_path_factory.mktemp("shared-cache")))
        yield


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has a cache of its own, empty at its start."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("DATELINE_CACHE", str(folder))
    return folder
