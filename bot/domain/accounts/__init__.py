"""Accounts in WeCom: who gets one, what is to be done about it, and what happens to it when somebody leaves."""
