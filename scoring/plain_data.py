"""Values of the model as plain data, for answers in JSON."""

from scoring.model import Move, Protocol, Step, Strand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import MoveData, NamedStrand, PlanData, ProtocolData


def move_data(move: Move) -> "MoveData":
    """Write down a move, but for the answers that it makes sense for."""
    return {
        "id": move.id,
        "kind": move.kind,
        "title": move.title,
        "detail": move.detail,
        "say": move.say,
        "easy_no": move.easy_no,
        "effort": move.effort,
        "needs": list(move.needs),
        "counts": move.counts,
        "direction": move.direction,
        "only": list(move.only),
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


def plan_data(plan: Step) -> "PlanData":
    """Write down a plan, which has nothing for the case that it is too much."""
    return {"when": plan.when, "then": plan.then}


def named_strand(strand: Strand) -> "NamedStrand":
    """Write down a strand by its id and label."""
    return {"id": strand.id, "label": strand.label}
