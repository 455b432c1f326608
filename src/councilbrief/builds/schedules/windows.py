"""A task of Windows' Task Scheduler, as XML."""

from __future__ import annotations

from collections.abc import Sequence
from subprocess import list2cmdline
from xml.etree import ElementTree as ET  # only written here, never read

NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_SETTINGS = (
    ("MultipleInstancesPolicy", "IgnoreNew"),
    ("DisallowStartIfOnBatteries", "false"),
    ("StopIfGoingOnBatteries", "false"),
    ("StartWhenAvailable", "true"),
    ("ExecutionTimeLimit", "PT4H"),
)


def task(program: str, arguments: Sequence[str], folder: str, *, every: int, about: str) -> bytes:
    """Return a task that calls a program every few minutes while its user is logged in.

    It is in UTF-16, as Windows writes such files itself.
    """
    root = ET.Element("Task", {"version": "1.2", "xmlns": NAMESPACE})
    _add(_add(root, "RegistrationInfo"), "Description", about)
    trigger = _add(_add(root, "Triggers"), "TimeTrigger")
    _add(_add(trigger, "Repetition"), "Interval", f"PT{every}M")
    _add(trigger, "StartBoundary", "2020-01-01T00:00:00")  # the steps are counted from here on
    _add(trigger, "Enabled", "true")
    principal = _add(_add(root, "Principals"), "Principal", id="Author")
    _add(principal, "LogonType", "InteractiveToken")
    _add(principal, "RunLevel", "LeastPrivilege")
    settings = _add(root, "Settings")
    for name, value in _SETTINGS:
        _add(settings, name, value)
    call = _add(_add(root, "Actions", Context="Author"), "Exec")
    _add(call, "Command", program)
    _add(call, "Arguments", list2cmdline(arguments))
    _add(call, "WorkingDirectory", folder)
    ET.indent(root)
    text = f'<?xml version="1.0" encoding="UTF-16"?>\n{ET.tostring(root, encoding="unicode")}\n'
    return b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le", "replace")


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = text
    return child
