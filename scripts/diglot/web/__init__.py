"""The review page: a server on the reviewer's own machine, over the catalogues.

In: a project. Out: pages for a browser, and decisions handed on to ``reviewing``. Nothing here
decides anything, and nothing here writes.
"""
