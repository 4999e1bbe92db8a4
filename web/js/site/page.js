// What every page does once it is shown: the switch between day and night, and what keeps the site at hand.

import { setUpNewEdition } from "./new-edition.js";
import { setUpOffline } from "./offline.js";
import { setUpPrefetch } from "./prefetch.js";
import { setUpTheme } from "./theme.js";

setUpTheme();
setUpPrefetch();
setUpNewEdition();
if (!("python" in document.documentElement.dataset)) setUpOffline(); // a tool's page starts Python first
