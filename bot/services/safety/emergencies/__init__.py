"""A cry for help and what comes of it: what to do now, who is told, who has it."""
