"""What the human resources say of people: one fact at a time, or a table of them."""
