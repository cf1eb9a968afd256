"""The commands, a folder per area, a file each. The folder listing is the feature list."""
