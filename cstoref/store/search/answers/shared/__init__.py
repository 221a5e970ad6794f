"""What answers of several kinds look up: statements by their words, and what is where."""
