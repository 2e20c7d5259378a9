"""The design system: how every page looks, speaks and refuses.

Owns: the base page and its components (templates/web/), the style sheet and the
small script, charts and maps as SVG, numbers and dates in words, form fields for
partial dates, counts and codes, the doors that views declare, the sentences of
refusals in the reader's language, and the making of the catalogue of
translations.

Leaves to others: what a page says (the packages above), who the reader is
(`sanad.accounts`), what may be shown (queries and figures). It knows no package
but `sanad.kit`; navigation entries are registered by those who own the pages.
"""
