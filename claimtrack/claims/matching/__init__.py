"""Whether two statements say the same: their wording, what they share, where they conflict."""
