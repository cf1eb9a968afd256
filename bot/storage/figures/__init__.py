"""Figures of periods."""
