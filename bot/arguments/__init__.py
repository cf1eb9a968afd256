"""Arguments that several commands share, each of which reads itself from the line: people, groups, departments."""
