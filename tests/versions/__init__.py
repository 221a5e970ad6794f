"""What a user of an older version has opens in this one, and nothing is lost on the way back."""
