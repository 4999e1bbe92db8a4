"""The rules of Community OS, once: people, practices and points.

Pure Python with a few modules of the standard library: no clock, no files, no randomness, no network.
The site build, the command line and the reader's browser run this same code. The names below are the
public face; everything else may change.
"""

from scoring.advice import Advice, advise
from scoring.answers import parse_answers, parse_json
from scoring.catalogue import parse_catalogue
from scoring.gateway import handle
from scoring.issues import Issue, Refused
from scoring.model import MODEL_VERSION, Answers, Catalogue, Move, Past, Strand
from scoring.result import result_data
from scoring.score import Score, score_answers
from scoring.share_code import decode, encode
from scoring.views import builder_view, result_view
from scoring.what_if import NextStep, next_steps

__all__ = [
    "MODEL_VERSION",
    "Advice",
    "Answers",
    "Catalogue",
    "Issue",
    "Move",
    "NextStep",
    "Past",
    "Refused",
    "Score",
    "Strand",
    "advise",
    "builder_view",
    "decode",
    "encode",
    "handle",
    "next_steps",
    "parse_answers",
    "parse_catalogue",
    "parse_json",
    "result_data",
    "result_view",
    "score_answers",
]
