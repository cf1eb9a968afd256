"""Cases: what somebody was charged with, by whom, what was done about it, and what of that really happened."""
