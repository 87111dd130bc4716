import { addColumn, type Migration } from "./step";

export const testimonialRevisionsMigrations: readonly Migration[] = [
  addColumn("testimonials", "revision", "int?", null),
];
