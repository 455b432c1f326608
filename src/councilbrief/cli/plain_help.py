"""The help of a command in the words that people use."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand

# What typer says of an argument's type, where its name says more.
PATH_TYPE = re.compile(r" <(?:list\[Path\]|path)>")


class PlainCommand(TyperCommand):
    """A command whose help names its arguments as people write them, without types of the program."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - the class is typer's own affair
        """Write what must be given without braces."""
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - the same
        """Write arguments, then options."""
        for title, kind in (("Arguments", "argument"), ("Options", "option")):
            those = (one for one in self.get_params(ctx) if one.param_type_name == kind)
            records = [record for one in those if (record := one.get_help_record(ctx))]
            if records:
                with formatter.section(title):
                    formatter.write_dl(
                        records if kind == "option" else [_untyped(record) for record in records]
                    )


def _untyped(record: tuple[str, str]) -> tuple[str, str]:
    name, said = record
    return PATH_TYPE.sub("", name), said
