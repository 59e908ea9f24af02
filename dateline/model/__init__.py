"""The nouns of Dateline: values that every other room speaks of, made of the standard library alone."""
