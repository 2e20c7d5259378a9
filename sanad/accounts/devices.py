"""A device in words, so that somebody finds their own among their sessions. No Django."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chromium", "Chromium"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_words(told: str) -> str:
    """`Firefox · Android`, from what the browser tells of itself; empty where nothing is known.

    Only these words are kept: versions and models would make a fingerprint.
    """
    found = [next((word for sign, word in signs if sign in told), "") for signs in (BROWSERS, SYSTEMS)]
    return " · ".join(word for word in found if word)
