"""New articles and entities."""

from datetime import date

import pytest
import yaml

from dateline.model.problem import DatelineError
from dateline.publishing.starters import article_starter, entity_starter


def test_a_new_article_is_a_draft_of_today() -> None:
    """Nothing is published before its author says so."""
    starter = article_starter("Café: the “end”", date(2020, 7, 18))
    assert starter.path == "articles/2020-07-18-cafe-the-end.md"
    front_matter = yaml.safe_load(starter.text.split("---\n")[1])
    assert front_matter == {"title": "Café: the “end”", "date": date(2020, 7, 18), "draft": True}


@pytest.mark.parametrize(("kind", "folder"), [("person", "people"), ("group", "groups"), ("place", "places")])
def test_a_new_entity_goes_to_the_folder_of_its_kind(kind: str, folder: str) -> None:
    """What its file may say beside its name stands there as comments."""
    starter = entity_starter(kind, 'El "Mencho" \n')
    assert starter.path == f"{folder}/el-mencho.md"
    assert yaml.safe_load(starter.text.split("---\n")[1]) == {"name": 'El "Mencho"'}


@pytest.mark.parametrize("kind", ["person", "group", "place"])
def test_every_comment_of_a_starter_can_be_taken_into_use(kind: str) -> None:
    """With its mark gone, each line is front matter."""
    text = entity_starter(kind, "X").text.replace("\n# ", "\n")
    assert len(yaml.safe_load(text.split("---\n")[1])) >= 5


def test_a_title_without_letters_is_refused() -> None:
    """It would make no file name."""
    with pytest.raises(DatelineError, match="makes no file name"):
        article_starter("!?", date(2020, 7, 18))
