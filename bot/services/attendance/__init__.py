"""Attendance: what people file of it, and what follows once it is decided."""
