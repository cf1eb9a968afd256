"""Safety: a cry for help, the accident it becomes, and hazards before one does."""
