"""WeCom's HTTP interface: calls, tokens, error codes, and what is read through it."""
