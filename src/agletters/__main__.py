"""Run the command as ``python -m agletters``."""

from agletters.cli import app

app(prog_name="agletters")
