"""Sick leave in a second ledger, and days of another leave that become sick leave."""
