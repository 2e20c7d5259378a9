"""Template tags of the design system: `web` (the page) and `formats` (numbers, dates, names)."""
