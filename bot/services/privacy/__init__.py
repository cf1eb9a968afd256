"""What is private: who looks at it, what is held about somebody, how long it is kept."""
