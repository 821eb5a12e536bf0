"""The page's words for classes, predicates, statuses and actions, and the looks of each class.

Colours are Okabe and Ito's palette, which colour-blind readers can tell apart; every class also has a shape of its own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Looks:
    """How a class of entities is named and drawn."""

    zh: str
    en: str
    shape: str
    colour: str
    dark: str
    """The colour on a dark page."""


CLASSES = {
    "Official": Looks("官员", "Official", "dot", "#0072B2", "#4AA3E0"),
    "Institution": Looks("机构", "Institution", "square", "#D55E00", "#E8772E"),
    "Meeting": Looks("会议", "Meeting", "diamond", "#009E73", "#20B88C"),
    "PolicyDocument": Looks("政策文件", "Policy document", "hexagon", "#56B4E9", "#7CC8F2"),
    "PolicyTool": Looks("政策工具", "Policy tool", "triangle", "#E69F00", "#F0B429"),
    "PolicyGoal": Looks("政策目标", "Policy goal", "star", "#CC79A7", "#DB8FBA"),
    "PolicyStance": Looks("政策取向", "Policy stance", "pentagon", "#E5D416", "#F0E442"),
    "Sector": Looks("领域", "Sector", "triangleDown", "#8A8F98", "#A3A9B4"),
    "Indicator": Looks("指标", "Indicator", "cross", "#5B4FA2", "#A79BEF"),
    "Post": Looks("职务", "Post", "bar", "#7A5C3E", "#B8946E"),
}
"""By local name, in the order in which the page lists them."""

PREDICATES = {
    "holds": ("任职", "holds post at"),
    "chairs": ("主持", "chairs"),
    "speaksAt": ("讲话", "speaks at"),
    "attends": ("出席", "attends"),
    "convenes": ("召开", "convenes"),
    "guidedBy": ("贯彻", "guided by"),
    "cooperatesWith": ("合作", "cooperates with"),
    "leads": ("牵头", "leads"),
    "participatesIn": ("参与", "participates in"),
    "issues": ("发布", "issues"),
    "implements": ("落实", "implements"),
    "adopts": ("实施取向", "adopts"),
    "uses": ("运用", "uses"),
    "pursues": ("追求", "pursues"),
    "servesGoal": ("服务目标", "serves goal"),
    "supports": ("支持", "supports"),
    "concerns": ("关乎", "concerns"),
}
"""The words on an edge, by the predicate's local name, in the order in which the page lists them."""

STATUSES = {"Done": ("已做", "done"), "Ongoing": ("正在做", "ongoing"), "Planned": ("要做", "planned")}

ACTIONS = {
    "Create": ("创设", "create"),
    "Continue": ("延续", "continue"),
    "Raise": ("上调", "raise"),
    "Lower": ("下调", "lower"),
    "Use": ("运用", "use"),
    "Improve": ("完善", "improve"),
    "Expand": ("扩大", "expand"),
    "Advance": ("推进", "advance"),
    "Reduce": ("精简", "reduce"),
    "End": ("结束", "end"),
}
