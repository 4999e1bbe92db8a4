// What every page does once it is shown: the switch between day and night, a button to print, and what keeps the site at hand.

import { setUpMoved } from "./moved.js";
import { setUpNewEdition } from "./new-edition.js";
import { setUpOffline } from "./offline.js";
import { setUpPrefetch } from "./prefetch.js";
import { setUpPrint } from "./print.js";
import { setUpTheme } from "./theme.js";

setUpMoved();
setUpTheme();
setUpPrint();
setUpPrefetch();
setUpNewEdition();
if (!("python" in document.documentElement.dataset)) setUpOffline(); // a tool's page starts Python first
