"""The scheduled jobs, a file each, and the ticker that runs what is due."""
