"""`python -m site_builder` is the same as the command `community-os`."""

from site_builder.cli import main

raise SystemExit(main())
