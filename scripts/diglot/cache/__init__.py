"""What diglot remembers of the documents, so that those that have not changed are not done again.

Like git's index: for each document what its catalogues and pages were made from, and what they are,
by size and time; where these leave a doubt, by content. A cache that is missing, damaged, of
another version or deleted at any moment changes nothing but how long the work takes.
"""
