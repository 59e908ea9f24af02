"""Hold the words of the model that pages say: each is marked as a message, so that catalogues translate it."""

from dateline.rendering.words import message

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
