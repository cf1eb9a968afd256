"""The self-built app: what people write to it by callback, and its messages and cards to people."""
