"""Accounts: what is to be done to them, who came and who leaves."""
