"""Turn what is kept into bytes that tell whether they are still as they were kept, and by whom; and back."""

from dateline.publishing.codec import STAMP_LENGTH, stamp


def seal(body: bytes, form: bytes, kept_by: bytes) -> bytes:
    """Return a body behind its form (which begins the file) and a digest of it and of the program that keeps it."""
    return form + _digest(body, kept_by) + body


def unseal(data: bytes, form: bytes, kept_by: bytes) -> bytes | None:
    """Return the body of what was sealed; None where it is damaged, of another form, or another program kept it."""
    start = len(form) + STAMP_LENGTH
    body = data[start:]
    return body if data[:start] == form + _digest(body, kept_by) else None


def _digest(body: bytes, kept_by: bytes) -> bytes:
    return stamp(kept_by + stamp(body))
