"""The edge: find and read sources, write the site, serve a preview."""
