"""A folded text as tokens, and tokens that belong together as phrases: points in time, ranges, lengths."""
