"""What landed: files found, grouped into batches, and their bytes decoded."""
