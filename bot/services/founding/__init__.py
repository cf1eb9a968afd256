"""A new work group: asked for, approved by whom D7§4 names, then made by the app or by a person."""
