"""The command line: words to a query, a query to a value, a value to text. One file a command."""
