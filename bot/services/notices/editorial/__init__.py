"""How much is told, and when: caps, digests, and the board of those who publish."""
