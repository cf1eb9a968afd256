"""The doors for scripts and for the chat page, under `/sandbox`: one module per door."""
