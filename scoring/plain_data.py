"""Values of the model as plain data, for answers in JSON."""

from scoring.model import Move, Protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import MoveData, ProtocolData


def move_data(move: Move) -> "MoveData":
    """Write down a move."""
    return {
        "id": move.id,
        "kind": move.kind,
        "title": move.title,
        "detail": move.detail,
        "say": move.say,
        "easy_no": move.easy_no,
        "effort": move.effort,
        "avoid": list(move.avoid),
        "suits": list(move.suits),
        "guard": move.guard,
        "sources": list(move.sources),
    }


def protocol_data(protocol: Protocol) -> "ProtocolData":
    """Write down a protocol."""
    return {
        "steps": [{"when": step.when, "then": step.then, "if_not": step.if_not} for step in protocol.steps],
        "repair": protocol.repair,
    }
