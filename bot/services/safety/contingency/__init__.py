"""Plans for emergencies at work: let out, shown, confirmed as read, practised by drills."""
