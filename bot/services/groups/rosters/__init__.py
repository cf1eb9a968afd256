"""Lists of who is in a group: read from WeCom or handed in, compared with the registry, and what is doubtful raised."""
