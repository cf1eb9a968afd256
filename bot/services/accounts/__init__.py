"""Accounts in WeCom: applied for, opened, kept right, and given back."""
