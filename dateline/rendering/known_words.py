"""Hold the words of the model that pages say: each is marked as a message, so that catalogues translate it."""

from dateline.rendering.words import Words, message

STATUSES = (
    message("alleged", "status"),
    message("reported", "status"),
    message("confirmed", "status"),
    message("disputed", "status"),
    message("denied", "status"),
    message("charged", "status"),
    message("convicted", "status"),
    message("acquitted", "status"),
    message("retracted", "status"),
)
KINDS = (
    message("Group", "kind"),
    message("Groups", "kind"),
    message("Person", "kind"),
    message("People", "kind"),
    message("Place", "kind"),
    message("Places", "kind"),
)
RELATIONS = (
    message("leads", "relation"),
    message("led by", "relation"),
    message("member of", "relation"),
    message("members", "relation"),
    message("part of", "relation"),
    message("parts", "relation"),
    message("rival of", "relation"),
    message("successor of", "relation"),
    message("succeeded by", "relation"),
)


def say_kind(label: str, words: Words) -> str:
    """Return what a kind is called: as a catalogue has it if the interface knows it, else as the author wrote it."""
    return words.pgettext("kind", label) if label in KINDS or ("kind", label) in words.messages else label
