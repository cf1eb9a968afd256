"""The registry of groups: how a chat comes into it, who looks after a group, what it is called."""
