"""Surveys and activities."""
