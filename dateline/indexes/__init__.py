"""Put articles and mentions in order and turn them round: timeline, dossiers, backlinks, who appears with whom."""

from dateline.indexes.dossiers import Indexes, index_records

__all__ = ["Indexes", "index_records"]
