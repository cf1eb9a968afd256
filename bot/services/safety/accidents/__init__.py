"""An accident as a case: what is known, what is due, what was reported to whom, and what comes of it afterwards."""
