"""Notices: to whom they go, and when."""
