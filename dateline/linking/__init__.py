"""Find the places in the texts where entities are named, and turn what is sure into links."""
