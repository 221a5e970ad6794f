"""Values of the store as lines of a pane. Pure: a value and a width in, lines out."""
