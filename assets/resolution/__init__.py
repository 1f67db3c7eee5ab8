"""Across documents: which copies are one story, which chains one actor, which accounts one event."""
