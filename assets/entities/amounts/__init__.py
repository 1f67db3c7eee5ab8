"""Amounts of money, people, percent, things and time."""
