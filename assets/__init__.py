"""The stages, each a folder: raw, documents, entities, resolution, star, marts."""
