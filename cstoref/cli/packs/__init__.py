"""The command `pack`: a file for its subcommands, and what they share."""
