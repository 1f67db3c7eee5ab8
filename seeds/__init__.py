"""Data that ships with the project: the five seed articles and the reference tables."""
