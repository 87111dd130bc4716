export { takeNamedLease } from "./job-queries.server";
