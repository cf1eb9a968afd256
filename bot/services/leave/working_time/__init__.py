"""Rosters are handed in and read into the company."""
