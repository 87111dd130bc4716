import { attendForms } from "./forms";
import { startPage } from "./start-page";

startPage((visit) => attendForms(visit));
