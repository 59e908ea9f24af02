"""What many pages show is made once."""

from dateline.rendering.memo import MOST, Memo, Recent


def test_a_value_is_made_the_first_time_only() -> None:
    """Later askers get the same value, other keys their own."""
    memo, made = Memo(), iter(range(10))
    assert [memo.once(key, lambda: next(made)) for key in ("a", "b", "a", "a")] == [0, 1, 0, 0]


def test_a_value_that_was_let_go_is_made_anew() -> None:
    """Others stay; what nobody has asked for can be let go as well."""
    memo, made = Memo(), iter(range(10))
    memo.forget("a")
    assert [memo.once(key, lambda: next(made)) for key in ("a", "b")] == [0, 1]
    memo.forget("a")
    assert [memo.once(key, lambda: next(made)) for key in ("a", "b")] == [2, 1]


def test_a_value_that_was_asked_for_lately_is_not_made_again() -> None:
    """Of those from before, however many there were, no more are held than there is room for."""
    memo, made = Memo(), iter(range(10 * MOST))
    assert [memo.lately(key, lambda: next(made)) for key in ("a", "b", "a", "a")] == [0, 1, 0, 0]
    for number in range(MOST):
        memo.lately(number, lambda: next(made))
    assert memo.lately(MOST - 1, lambda: next(made)) == MOST + 1
    assert memo.lately("a", lambda: next(made)) == MOST + 2


def test_what_is_held_of_late_has_a_bound() -> None:
    """What is kept last is always there."""
    recent: Recent[int, str] = Recent()
    for number in range(3 * MOST):
        assert recent.keep(number, f"{number}") == recent[number] == f"{number}"
        assert len(recent) <= MOST


def test_the_newer_half_stays_where_there_is_room_no_more() -> None:
    """What was kept before that is let go."""
    recent: Recent[int, str] = Recent()
    for number in range(MOST + 1):
        recent.keep(number, f"{number}")
    assert [*recent] == [*range(MOST // 2, MOST + 1)]
