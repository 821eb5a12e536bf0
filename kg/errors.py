"""The errors that a user can mend; whatever else is raised is a bug and keeps its traceback."""


class KgError(Exception):
    """Something a user can mend: the message says where, what, and what to do."""


class InputError(KgError):
    """An input that cannot be read (missing, too large, broken, not text)."""


class VocabularyError(KgError):
    """A vocabulary file that cannot be used; the message has its file and line."""


class QueryError(KgError):
    """A query that cannot be run, or an unknown question or parameter."""


class GraphError(KgError):
    """A graph on disk that is missing, incomplete or not ours."""
