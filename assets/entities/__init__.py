"""Stage entities: the spaCy pipeline and the rows read out of a document."""

from assets.entities.pipeline import load_pipeline
from assets.entities.reading import Entities, entities_of, entities_of_many, read_text

__all__ = ["Entities", "entities_of", "entities_of_many", "load_pipeline", "read_text"]
