"""Panels that a reader of a page opens: accordions and tabs, which are shut when a page is saved."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from councilbrief.documents.web.markup import ancestors, words
from councilbrief.documents.web.names import rule_of

_OPENED_BY = ("aria-controls", "data-bs-target", "data-target", "href")
_OPENS = frozenset({"aria-controls", "aria-expanded", "data-toggle", "data-bs-toggle"})
_ROLES = frozenset({"button", "tab"})
_FIELDS = ("form", "input", "textarea", "select", "nav")
"""What no panel of a story holds."""

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_NEAR = 3
"""The element that opens a panel and those around it, one of which stands right before the panel."""

_LONGEST_LABEL = 150
_FEW_WORDS = 2
"""Of a label; in a longer one a single word says nothing of the panel: `Feedback from parents`."""

# what an accordion writes beside a label, or a button says that has none
_ICON = re.compile(
    r"\W*(?:(?:show|hide|open|close|expand|collapse|toggle|view|read)"
    r"(?: (?:more|less|all|(?:this )?section))?)?\W*",
    re.IGNORECASE,
)
_HIDES = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*;?", re.IGNORECASE)


def open_panels(root: HtmlElement) -> None:
    """Open the panels of accordions and tabs; the label of each is read as the heading over it.

    A panel stays shut whose label says that it is no story: `Share`, `Contact us`.
    """
    named = {key: element for element in root.iter() if (key := element.get("id"))}
    for control in list(root.iter("button", "a", "summary", "div", "li", "span")):
        panel = named.get(_opened_by(control))
        if panel is not None and _is_panel(control, panel):
            label = _label(control)
            if not _is_no_story(label):
                _open(panel)
                _set_over(control, panel, label)
    for element in root.iter():
        if element.get("hidden") == "until-found":
            _open(element)
    for heading in root.iter(*_HEADINGS):
        for button in list(heading.iter("button")):
            _label(button)
            button.tag = "span"


def _opened_by(control: HtmlElement) -> str:
    """Return the id of what a control opens, empty without one."""
    if control.tag != "button" and control.get("role") not in _ROLES and not _OPENS & set(control.keys()):
        return ""
    return next((given.lstrip("#") for name in _OPENED_BY if (given := control.get(name))), "")


def _is_panel(control: HtmlElement, panel: HtmlElement) -> bool:
    """Say whether what a control opens is a panel of the story: that of a tab, or one right below."""
    if any(True for _ in panel.iter(*_FIELDS)) or panel in set(ancestors(control)):
        return False
    near = islice(ancestors(control), _NEAR)
    return _is_tab(control, panel) or (
        panel.tag not in _LISTS and any(one.getnext() is panel for one in near)
    )


def _is_tab(control: HtmlElement, panel: HtmlElement) -> bool:
    return panel.get("role") == "tabpanel" and any(
        one.get("role") == "tab" for one in islice(ancestors(control), 2)
    )


def _label(control: HtmlElement) -> str:
    """Return the words of a label; those of its icon, `Show`, are taken off it."""
    for element in list(control.iterdescendants()):
        if words(element) and _ICON.fullmatch(words(element)):
            element.drop_tree()
    return words(control)


def _is_no_story(label: str) -> bool:
    several = len(label.split()) > _FEW_WORDS
    return rule_of(label.replace(" ", "-"), of_several_words=several) is not None


def _open(panel: HtmlElement) -> None:
    panel.attrib.pop("hidden", None)
    if panel.get("style"):
        panel.set("style", _HIDES.sub("", panel.get("style")))


def _set_over(control: HtmlElement, panel: HtmlElement, label: str) -> None:
    """Let a label be a heading over its panel, if it is none already; that of a tab moves there."""
    if _ICON.fullmatch(label) or len(label) > _LONGEST_LABEL:
        return
    if _is_tab(control, panel):
        control.drop_tree()
        heading = panel.makeelement("h3")
        heading.text, heading.tail, panel.text = label, panel.text, None
        panel.insert(0, heading)
        return
    headed = any(above.tag in _HEADINGS for above in ancestors(control))
    if control.tag != "summary":
        control.tag = "span" if headed else "h3"
    for link in list(control.iter("a")):  # it leads nowhere
        link.tag = "span"
