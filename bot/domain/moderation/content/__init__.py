"""What a text may hold that a human should look at: words, numbers, links, files. Nothing here punishes anybody."""
