"""The panes and lines of the explorer. They take values and post messages; they know no store."""
