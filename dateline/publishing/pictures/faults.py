"""Say why a picture cannot be published."""


class PictureError(Exception):
    """A picture whose metadata cannot be taken out; its message is a sentence without a full stop."""

    def __init__(self, message: str, hint: str = "save the picture anew") -> None:
        """Take what is wrong, and what the author can do."""
        super().__init__(message)
        self.hint = hint


def take(data: bytes, start: int, length: int) -> bytes:
    """Return so many bytes from a place (from 0). Raises PictureError where there are fewer."""
    if length < 0 or start + length > len(data):
        raise PictureError("this picture ends in the middle")
    return data[start : start + length]
