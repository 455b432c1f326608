"""The workers of a Dask cluster, which must see the same files at the same paths."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from typing import Any

from councilbrief.evidence.words import own
from councilbrief.problems import Problem, Severity, SpecError

PATIENCE = "10s"
"""How long a scheduler is waited for, and then a worker."""


@contextmanager
def executor(address: str) -> Iterator[tuple[Executor, Callable[[], bool]]]:
    """Open the executor of a cluster, with what says whether it has a worker left.

    Workers that have done nothing yet learn this process's phrases; the others keep theirs.
    Raises SpecError where Dask, the scheduler or a worker is not there.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "Dask is not installed; install councilbrief with its extra `cluster` (see docs/scale.md)"
        raise SpecError(Problem(Severity.ERROR, "no-dask", message)) from error
    try:
        client: Any = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask has no types
    except (OSError, ValueError, TypeError) as error:
        message = f"no Dask scheduler answers at {address}; start one, or correct the address"
        raise SpecError(Problem(Severity.ERROR, "no-scheduler", message)) from error
    try:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            message = f"the Dask scheduler at {address} has no workers; start some"
            raise SpecError(Problem(Severity.ERROR, "no-workers", message)) from error
        client.run(own.use, own.in_force(), on_error="ignore")
        # a pure task would be taken for the same as an earlier one of the same arguments
        yield client.get_executor(pure=False), lambda: _has_workers(client)
    finally:
        with suppress(Exception):  # a scheduler that has gone away needs no farewell
            client.close()


def _has_workers(client: Any) -> bool:  # noqa: ANN401 - Dask has no types
    try:
        return bool(client.nthreads())
    except Exception:  # noqa: BLE001 - a scheduler that does not answer has none, for whatever reason
        return False
