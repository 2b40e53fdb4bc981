"""Machines that translate, and the packages that they need: texts in, one translation each out."""
