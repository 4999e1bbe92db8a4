"""The samples that decide what Python the browser gets."""

import json

from scoring import Catalogue, handle
from scoring.gateway import REQUESTS
from site_builder.runtime import SAMPLES


def test_a_good_request_of_every_kind_is_among_the_samples(catalogue: Catalogue) -> None:
    good = {sample["do"] for sample in SAMPLES if json.loads(handle(json.dumps(sample), catalogue))["ok"]}
    assert good == set(REQUESTS)
