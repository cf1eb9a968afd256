"""Attendance: punches that were forgotten, and work away from the company. None of it is leave."""
