"""Drills of what is done in an emergency: planned, held, judged, and how often the law wants them."""
