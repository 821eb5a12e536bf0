"""A clause into its verb phrases: what leads in, the verb, its object, how it is meant.

"要持续深化金融改革、有序扩大开放" -> two phrases: 深化 + 金融改革, 扩大 + 开放, both planned, with their manner.
"""

from kg.clauses.grammar import Grammar
from kg.clauses.lead import VERBAL, after_marker, lead_end
from kg.clauses.values import Frame, Phrase
from kg.clauses.words import AMOUNT, TIMES

__all__ = ["AMOUNT", "TIMES", "VERBAL", "Frame", "Grammar", "Phrase", "after_marker", "lead_end"]
