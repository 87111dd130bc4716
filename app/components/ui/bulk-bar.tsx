import type { ReactNode } from "react";

interface Props {
  /** What the chosen rows are: "leads". */
  noun: string;
  children: ReactNode;
}

/** What can be done with the chosen rows. Stands in a form after the table and shows once a box is ticked. */
export function BulkBar({ noun, children }: Props) {
  return (
    <fieldset className="bulk-bar">
      <legend className="visually-hidden">With the chosen {noun}</legend>
      <span className="soft" aria-hidden="true">
        With the chosen {noun}
      </span>
      {children}
    </fieldset>
  );
}
