"""Finding: from what was typed to records, statements and passages, each with the reason why."""
