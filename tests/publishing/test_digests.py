"""A file that is cited is known by its digest, and a page that shows it follows the file."""
