"""Who is missing when, who may see what of it, and calendars that somebody subscribes to."""
