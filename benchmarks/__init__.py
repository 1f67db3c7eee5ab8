"""Measurements and attacks that take longer than a test may."""
