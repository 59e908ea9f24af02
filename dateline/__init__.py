"""Turn a folder of dated Markdown articles into a static website: a cross-linked chronology."""

__version__ = "0.1.0"
