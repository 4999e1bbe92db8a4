"""The map of the ten strands: what to draw, and the sentence that says the same."""

from scoring.model import STRAND_IDS, Answers, Catalogue, Strand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import MapRow


def map_rows(answers: Answers, thin_spot: Strand | None, catalogue: Catalogue) -> "list[MapRow]":
    """List the strands in canonical order: id, label, value of 0 to 4 or None, the answer in words, and `thin`."""
    return [
        {
            "id": strand.id,
            "label": strand.label,
            "value": value,
            "answer": answer_text(strand, answers) or catalogue.words["not_counted"],
            "thin": strand is thin_spot,
        }
        for strand, value in zip(catalogue.strands, answers.values, strict=True)
    ]


def map_text(answers: Answers, thin_spot: Strand | None, dealt_with: int, catalogue: Catalogue) -> str:
    """Say in one sentence what the map shows, for those who do not see it: at most 125 characters."""
    counted = sum(value is not None for value in answers.values)
    if counted == 0:
        return catalogue.words["picture_empty"]
    if dealt_with < len(STRAND_IDS):
        return catalogue.words["picture_partial"].format(counted=counted)
    if thin_spot is None:
        return catalogue.words["picture_full"]
    return catalogue.words["picture_thin"].format(thin_spot=thin_spot.label)


def answer_text(strand: Strand, answers: Answers) -> str:
    """The chosen answer in words, or why there is nothing to count; empty where it was skipped."""
    value = answers.values[STRAND_IDS.index(strand.id)]
    if value is not None:
        return strand.answers[value]
    return strand.set_aside if strand.id in answers.set_aside else ""
