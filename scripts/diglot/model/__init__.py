"""The three nouns: document, segment, catalogue; and what binds statements to texts."""
