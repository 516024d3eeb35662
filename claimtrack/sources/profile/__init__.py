"""What the article says of a source: name, kind, title, affiliation, and why it knows."""
