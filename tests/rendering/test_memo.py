"""What many pages show is made once."""

from dateline.rendering.memo import Memo


def test_a_value_is_made_the_first_time_only() -> None:
    """Later askers get the same value, other keys their own."""
    memo, made = Memo(), iter(range(10))
    assert [memo.once(key, lambda: next(made)) for key in ("a", "b", "a", "a")] == [0, 1, 0, 0]
