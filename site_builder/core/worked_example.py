"""The answers that the landing page works out, the method page follows step by step, and pictures of links draw."""

EXAMPLE: dict[str, object] = {
    "answers": {
        "belonging": 3,
        "weak-ties": 1,
        "friendship": 3,
        "hosting": 2,
        "groups": 3,
        "contribution": 3,
        "reciprocity": 3,
        "repair": 2,
        "local-life": 3,
        "digital-community": 3,
    },
    "capacity": "some",
}
"""The worked example of the landing page (section 5 of the model)."""
