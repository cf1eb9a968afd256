"""Drills: told to those who are to come, judged afterwards, and reminded of before the law's time is over."""
