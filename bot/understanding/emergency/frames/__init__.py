"""What makes a cry a cry, whatever its words: somebody and what became of him, a thing and how it got out of hand."""
