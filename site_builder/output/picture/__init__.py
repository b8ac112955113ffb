"""Share images: from the words of a claim to the bytes of a PNG. Needs the ``images`` extra."""
