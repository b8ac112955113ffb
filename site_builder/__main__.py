"""``python -m site_builder`` is the same as the ``site-builder`` command."""

import sys

from site_builder.cli import main

if __name__ == "__main__":
    sys.exit(main())
