"""What fills the terminal: the explorer, and the lists and questions that open over it."""
