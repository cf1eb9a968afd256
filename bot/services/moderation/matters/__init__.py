"""What is handed to human resources and the lawyers: asked for, confirmed, written down, and shown to them alone."""
