"""Puts the site together: settings, root addresses, the embedded database engine and the `sanad` command.

Owns what a site needs before it can answer. Leaves every rule of the field, every table and every page
to the packages below; nothing below imports from here.
"""
