"""What the pages of matching show, in the reader's language."""
