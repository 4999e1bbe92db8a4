// The builder's entry imports this first: Python begins to start before the rest is set up.

import { startEarly } from "../python/start.js";

startEarly("builder");
