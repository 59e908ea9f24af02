"""Turn everything that pages show into files of data, each in a form that some program reads."""
