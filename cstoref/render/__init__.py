"""Values of the model as plain text for a terminal. Prints nothing; knows no store and no Textual."""
