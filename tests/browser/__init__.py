"""The chat page in Chromium, against the real sandbox and a small bot that knows only the documented protocol."""
