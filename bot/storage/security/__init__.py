"""Incidents of security, as they are kept."""
