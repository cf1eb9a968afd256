"""What the self-built app is told: encrypted XML to its callback address, and what it answers."""
