"""Security of accounts and data: incidents, what is done about each, and words that nobody may keep."""
