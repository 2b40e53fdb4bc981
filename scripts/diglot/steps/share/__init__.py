"""Share: what search engines, social networks and feed readers are told of a page.

In: what is known of pages: titles, addresses, states, dates. Out: addresses of real translations,
``sitemap.xml``, structured data, a feed, pictures. Nothing is read from the disk but the fonts of
the pictures, and nothing is written.

Laws: the same pages give the same bytes; text is data, whatever it holds; no name of a person but
where the project wants it, and nothing is called reviewed that no person has reviewed.
"""

from __future__ import annotations
