"""What the `sanad` command can do: one module for each word after it.

Each module has NAME, add_arguments(parser) and run(options) -> exit code, and its docstring is its help. One that
can work before the site is set up says NEEDS_SITE = False, or has needs_site(options). All stand in
`sanad.config.command.COMMANDS`.
"""
