"""`python -m sanad` is the same as the `sanad` command."""

from sanad.config.command import main

raise SystemExit(main())
