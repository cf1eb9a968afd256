"""Sheets on which people sign that they were there: of trainings, drills and talks."""
