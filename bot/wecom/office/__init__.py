"""WeCom's own apps for the office, as far as they let ours call them: attendance, leave balances, approvals."""
