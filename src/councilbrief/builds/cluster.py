"""The workers of a Dask cluster, which must see the same files at the same paths."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from councilbrief.problems import Problem, Severity, SpecError

PATIENCE = "10s"
"""How long a scheduler is waited for."""


@contextmanager
def executor(address: str) -> Iterator[Executor]:
    """Open the executor of a cluster; raise SpecError where Dask or the scheduler is not there."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "Dask is not installed; install councilbrief with its extra `cluster` (see docs/scale.md)"
        raise SpecError(Problem(Severity.ERROR, "no-dask", message)) from error
    try:
        client: Any = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask has no types
    except (OSError, ValueError) as error:
        message = f"no Dask scheduler answers at {address}; start one, or correct the address"
        raise SpecError(Problem(Severity.ERROR, "no-scheduler", message)) from error
    # a pure task would be taken for the same as an earlier one of the same arguments
    with client, client.get_executor(pure=False) as found:
        yield found
