"""Whom a mention means: names, pronouns, descriptions ("the minister"), and chains of reporters."""
