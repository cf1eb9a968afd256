"""Safety: accidents, hazards, and what keeps both away; the rules, nothing awaits."""
