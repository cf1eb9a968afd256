"""OA: approvals, leave balances, attendance, calendar, emergency calls (D-91853…, D-93375…, D-91627)."""
