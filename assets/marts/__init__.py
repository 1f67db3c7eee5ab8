"""Views an analyst starts from, each from the SQL file of its name."""
