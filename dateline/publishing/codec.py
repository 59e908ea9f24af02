"""Turn records into bytes and back: MessagePack, which is data and never code."""

import hashlib
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

STAMP_LENGTH = 16  # bytes

Packed = bytes | msgspec.Raw
"""The bytes of a value; `Raw` is a part of others, which are not copied."""


class UnkeepableError(ValueError):
    """A value that bytes cannot say."""


_encoder = msgspec.msgpack.Encoder()
_decoders: dict[object, msgspec.msgpack.Decoder[Any]] = {}


def pack(value: object) -> bytes:
    """Return the bytes of a value: the same value, its mappings in the same order, gives the same bytes.

    A value is made of frozen dataclasses, named tuples, enums, tuples, lists, mappings, texts, bytes, numbers,
    truth values and None; sets have no order, and do not belong in it. Raises UnkeepableError for what bytes cannot
    say: half of a surrogate pair, a number of more than 64 bits, values that are nested without end.
    """
    try:
        return _encoder.encode(value)
    except (msgspec.MsgspecError, OverflowError, RecursionError, TypeError, ValueError) as error:
        raise UnkeepableError(f"this {type(value).__name__} cannot be kept: {error}") from error


def unpack(data: Packed, kind: type[T]) -> T:
    """Return the value of this type that `pack` made these bytes of.

    Types may have parts: `tuple[ArticleRecord, ...]`, `dict[EntityId, Quotation]`. What is only known to be an
    `object` comes back as text, number, truth value, None, list or dict. Raises ValueError for all bytes that
    are no such value.
    """
    try:
        return _decoder(kind).decode(data)
    except (msgspec.MsgspecError, OverflowError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"these bytes hold no {getattr(kind, '__name__', kind)}: {error}") from error


def stamp(data: bytes) -> bytes:
    """Return 16 bytes that tell these bytes from all others (BLAKE2b)."""
    return hashlib.blake2b(data, digest_size=STAMP_LENGTH).digest()


def pack_map(values: Mapping[Any, bytes]) -> bytes:
    """Return the bytes of a mapping whose values are packed already: as if it had been packed with them."""
    return pack({key: msgspec.Raw(value) for key, value in values.items()})


def unpack_map(data: bytes) -> Mapping[str, Packed]:
    """Return a mapping with its values left as they were packed, so that one is unpacked without the others.

    Raises ValueError for bytes that are no mapping.
    """
    return unpack(data, dict[str, msgspec.Raw])


def as_packed(data: bytes) -> Any:
    """Return what packs as these bytes, which are packed already."""
    return msgspec.Raw(data)


def _decoder(kind: type[T]) -> msgspec.msgpack.Decoder[T]:
    known = _decoders.get(kind)
    if known is None:
        known = _decoders[kind] = msgspec.msgpack.Decoder(kind)
    return known
