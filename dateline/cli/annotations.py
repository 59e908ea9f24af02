"""Turn problems and advice into annotations on a pull request.

The form is that of GitHub's workflow commands (docs.github.com, "Workflow commands for GitHub Actions").
"""

from dateline.linking.reports.advice import Advice
from dateline.model.problem import Location, Problem, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def annotate(item: Problem | Advice) -> str:
    """Return the line that makes GitHub show a problem, or advice as a notice, beside its line of the file."""
    command = _COMMANDS[item.severity] if isinstance(item, Problem) else "notice"
    text = f"{item.message}; {item.hint}" if item.hint else item.message
    return f"::{command} {_properties(item.location, item.code)}::{text.translate(_DATA)}"


def _properties(location: Location, title: str) -> str:
    values = {"file": location.path, "line": location.line, "col": location.column, "title": title}
    return ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in values.items() if value)
