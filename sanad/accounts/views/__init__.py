"""Pages: entering and leaving (`entry`), the own account (`own`), offices and sharing (`offices`), users (`users`)."""
