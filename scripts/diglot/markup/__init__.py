"""The Markdown of generated pages, as those write it who render and those read it who adopt."""
