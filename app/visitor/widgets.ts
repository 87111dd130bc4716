import { attendCountdowns } from "./countdown";
import { attendEmbeds } from "./embed";
import { attendBoxes } from "./popup";
import { attendSharing } from "./share";

attendEmbeds();
attendCountdowns();
attendSharing();
attendBoxes();
