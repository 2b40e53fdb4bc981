"""``python -m diglot`` is ``diglot``."""

from diglot.cli import main

main()
