"""Who does the work: this process alone, others on this machine, or those of a cluster.

Whatever an engine can't do is left undone, and whoever asked does it here; so the result
never depends on the engine.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from enum import Enum
from multiprocessing import get_context, parent_process
from typing import Protocol, TypeVar

from councilbrief.builds import SERIAL
from councilbrief.evidence.words import own
from councilbrief.evidence.words.own import Own
from councilbrief.problems import Problem, Severity

LOCAL, DASK = "local", "dask:"
WORTH_STARTING = 12
"""Tasks; below that the start of processes takes longer than they save."""
MOST_PROCESSES = 61
"""More are refused by Windows."""

PATIENCE = 10.0
"""Seconds after which somebody is looked for who does what is waited for."""

A = TypeVar("A")
B = TypeVar("B")


class Lost(Enum):
    """Why there is no result of a task."""

    UNDONE = "undone"
    """Nobody did it: it is to be done here."""

    FATAL = "fatal"
    """It ended the process that did it, and nothing else did: it is not to be tried here."""


class Engine(Protocol):
    """Does tasks elsewhere; `undone` counts by their names the errors for which some came back undone."""

    undone: Counter[str]

    def run(self, task: Callable[[A], B], given: Sequence[A]) -> Iterator[B | Lost]:
        """Yield what a task gives for each of what is given, in that order.

        The task is a function at the top of its module, which another process can find.
        """


class Here:
    """Does nothing elsewhere."""

    def __init__(self) -> None:
        """Begin with nothing that could come back undone."""
        self.undone: Counter[str] = Counter()

    def run(self, task: Callable[[A], B], given: Sequence[A]) -> Iterator[B | Lost]:
        """Leave everything undone."""
        del task
        return (Lost.UNDONE for _ in given)


class Elsewhere:
    """Does tasks in an executor that somebody else opened and closes, as that of a cluster."""

    def __init__(self, executor: Executor, alive: Callable[[], bool] = lambda: True) -> None:
        """Use an executor; `alive` says whether anybody is there who may do what it was handed."""
        self._executor, self._alive = executor, alive
        self.undone: Counter[str] = Counter()

    def run(self, task: Callable[[A], B], given: Sequence[A]) -> Iterator[B | Lost]:
        """Yield what comes back; where nobody is left who might do it, the rest is undone."""
        futures = [self._submit(task, each) for each in given]
        for at, future in enumerate(futures):
            if future and self._is_lost(future):
                for left in futures[at:]:
                    if left:
                        left.cancel()
                self.undone["NobodyThere"] += len(futures) - at
                yield from Here().run(task, given[at:])
                return
            result: B | Lost | None = _result(future, self.undone)
            yield Lost.UNDONE if result is None else result

    def _is_lost(self, future: Future[B]) -> bool:
        """Wait for a task, and say whether nobody is left who might do it."""
        while not wait((future,), PATIENCE).done:
            if not self._alive():
                return True
        return False

    def _submit(self, task: Callable[[A], B], each: A) -> Future[B] | None:
        """Hand a task over; None where that can't be done."""
        try:
            return self._executor.submit(task, each)
        except Exception as error:  # noqa: BLE001 - whatever it is, the task is done by whoever asked
            self.undone[type(error).__name__] += 1
            return None


class Processes:
    """Does tasks in processes of this machine; one that dies takes no result but its own with it."""

    def __init__(self, count: int) -> None:
        """Say how many; they start when there is enough to do."""
        self._most = self._count = count
        self.undone: Counter[str] = Counter()
        self._pool: ProcessPoolExecutor | None = None
        self._none_starts = False

    def run(self, task: Callable[[A], B], given: Sequence[A]) -> Iterator[B | Lost]:
        """Yield what comes back.

        When a process dies, all that wait for one are told so. Those that may have been
        under way are done again one at a time, so that it is plain over which it died.
        """
        if self._none_starts or (self._pool is None and len(given) < WORTH_STARTING):
            yield from Here().run(task, given)
            return
        if self._pool is None:
            self._count = min(self._most, len(given))  # all of them start at once
        futures: list[Future[B] | None] = [self._submit(task, each) for each in given]
        suspects = 0
        for at, each in enumerate(given):
            result: B | Lost | None = _result(futures[at], self.undone)
            if result is None:
                if not suspects:
                    suspects = self._begin_again(1)
                result = self._alone(task, each)
                suspects -= 1
                if not suspects:
                    self._begin_again(self._count)
                    rest = range(at + 1, len(given))
                    futures[at + 1 :] = [_alive(futures[i]) or self._submit(task, given[i]) for i in rest]
            yield result
        if suspects:
            self._begin_again(self._count)

    def close(self) -> None:
        """End the processes."""
        pool, self._pool = self._pool, None
        if pool:
            pool.shutdown(cancel_futures=True)

    def _begin_again(self, count: int) -> int:
        """Open other processes, and return how many tasks may have been under way in those before."""
        self.close()
        self._pool = _pool(count)
        return 2 * self._count + 1  # one in each process, and as many in the queue, which has one place more

    def _submit(self, task: Callable[[A], B], each: A) -> Future[B] | None:
        """Hand a task to the processes; None where they are dead."""
        self._pool = self._pool or _pool(self._count)
        try:
            return self._pool.submit(task, each)
        except BrokenExecutor:
            return None

    def _alone(self, task: Callable[[A], B], each: A) -> B | Lost:
        """Do a task while no other is under way."""
        if self._none_starts:
            return self._give_up()
        result: B | Lost | None = _result(self._submit(task, each), self.undone)
        if result is not None:
            return result
        self._begin_again(1)
        if _result(self._submit(_answer, None), self.undone) is not None:
            return Lost.FATAL
        self._none_starts = True
        return self._give_up()

    def _give_up(self) -> Lost:
        self.undone["BrokenProcessPool"] += 1
        return Lost.UNDONE


def _result(future: Future[B] | None, undone: Counter[str]) -> B | Lost | None:
    """Return what a task gave, None where the process that did it died; count what it raised."""
    if future is None:
        return None
    try:
        return future.result()
    except BrokenExecutor:
        return None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - and Dask's cancellation is no Exception; done here, it tells all
        name = type(error).__name__
        if name == "KilledWorker":  # Dask's word for a task over which one worker after the other died
            return Lost.FATAL
        undone[name] += 1
        return Lost.UNDONE


def _alive(future: Future[B] | None) -> Future[B] | None:
    """Return a future that was not lost with its process."""
    broken = future is None or (future.done() and isinstance(future.exception(), BrokenExecutor))
    return None if broken else future


def _pool(count: int) -> ProcessPoolExecutor:
    """Open processes that begin with nothing of this one but its phrases.

    A fork would share its threads and pipes.
    """
    started = get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=started, initializer=_begin, initargs=(own.in_force(),))


def _begin(phrases: Own | None) -> None:
    """Know the same phrases as the process that asks, leave Ctrl-C to it, and end when it has ended."""
    own.use(phrases)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _answer(_nothing: None) -> bool:
    """Answer, as any process can that has started."""
    return True


def _follow() -> None:
    asker = parent_process()
    if asker is not None:
        asker.join()
        os._exit(1)


@contextmanager
def engine(name: str | Executor) -> Iterator[Engine]:
    """Open the engine of a name: serial, local, local:4 or dask:tcp://host:8786; local takes all cores.

    An executor that somebody else opened and closes is one already.

    The name is one that `checked` let pass. Raises SpecError where the engine can't be reached.
    """
    if isinstance(name, Executor):
        yield Elsewhere(name)
        return
    if name == SERIAL:
        yield Here()
    elif name.startswith(LOCAL):
        processes = Processes(_count(name.removeprefix(LOCAL).removeprefix(":")))
        try:
            yield processes
        finally:
            processes.close()
    else:
        from councilbrief.builds.cluster import executor  # noqa: PLC0415 - an extra, and loads for a second

        with executor(name.removeprefix(DASK)) as (found, alive):
            yield Elsewhere(found, alive)


def complaints(done_by: Engine) -> tuple[Problem, ...]:
    """Say that some work came back undone, and why, as far as one can tell."""
    count = done_by.undone.total()
    if not count:
        return ()
    why = ", ".join(sorted(done_by.undone))
    message = (
        f"the engine left {count} tasks undone ({why}); they were done here; see that its workers "
        "are there, run this version of councilbrief and find the same files at the same paths"
    )
    return (Problem(Severity.WARNING, "engine-failed", message),)


def _count(text: str) -> int:
    """Read how many processes are meant, by default one for each core."""
    if text:
        return min(int(text), MOST_PROCESSES)
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)
