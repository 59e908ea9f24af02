"""Turn indexes into pages: which exist, what each template sees, HTML, charts and feeds."""
