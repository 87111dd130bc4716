import { attendConditions } from "./form-conditions";
import { attendSteps } from "./form-steps";
import { attendForms } from "./forms";
import { startPage } from "./start-page";

startPage((visit) => attendForms(visit, { attendConditions, attendSteps }));
