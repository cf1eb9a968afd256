"""What comes again: on which days, and at what time. Behind `read_recurrence`."""
