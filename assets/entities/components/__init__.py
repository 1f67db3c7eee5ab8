"""Components of the spaCy pipeline, one registered factory per module."""
