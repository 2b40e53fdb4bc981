"""The site: a small MkDocs plugin, and what it adds to the theme: styles, fonts, templates."""
