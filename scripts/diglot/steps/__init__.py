"""The verbs: each step takes values and returns values, and knows no other step."""
