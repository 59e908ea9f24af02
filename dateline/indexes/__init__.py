"""Put articles and mentions in order and turn them round: timeline, dossiers, backlinks, who appears with whom."""

from dateline.indexes.dossiers import Indexes, index_content

__all__ = ["Indexes", "index_content"]
