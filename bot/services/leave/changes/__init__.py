"""After the fact: called off, cut short, moved, or counted again because the calendar is another."""
