"""What a new directory brings: names that can't be right, roles that changed hands."""
