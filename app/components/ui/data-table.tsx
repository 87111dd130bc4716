import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end, in equal widths. */
  align?: "end";
  /** Names the row: header of the row, title of the card on a phone. At most one. */
  primary?: boolean;
  /** Breaks within its words where they are too long, such as addresses. */
  breaks?: boolean;
  /** Left out on a phone. */
  wideOnly?: boolean;
}

interface Props<Row> {
  /** Read out; says what the rows are. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Address of the row; the primary cell becomes the link, and the whole row takes the press. */
  rowTo?: (row: Row) => string;
  /** A box before each row, sent under `name` with the form of the id `form`, which stands after the table. */
  select?: { name: string; form: string; label: (row: Row) => string };
  /** At the end of each row, such as a menu. */
  actions?: (row: Row) => ReactNode;
}

/** Rows and columns on a wide screen, cards on a phone. For no rows show an `EmptyState` instead. */
export function DataTable<Row>({ caption, columns, rows, rowKey, ...options }: Props<Row>) {
  const { rowTo, select, actions } = options;
  return (
    <div className="table-frame">
      <table className={classNames("table", rowTo && "table-links")}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {select && (
              <td className="table-select">
                <SelectAll name={select.name} />
              </td>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.header}
              </th>
            ))}
            {actions && (
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {select && (
                <td className="table-select">
                  <input
                    type="checkbox"
                    name={select.name}
                    form={select.form}
                    value={rowKey(row)}
                    aria-label={select.label(row)}
                  />
                </td>
              )}
              {columns.map((column) => (
                <Cell
                  key={column.key}
                  column={column}
                  row={row}
                  to={column.primary ? rowTo?.(row) : undefined}
                />
              ))}
              {actions && <td className="table-actions">{actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = classNames(
    column.align === "end" && "table-end figures",
    column.wideOnly && "table-wide",
    column.breaks && "table-breaks",
    column.primary && "table-primary",
  );
  return names || undefined;
}

function Cell<Row>({ column, row, to }: { column: Column<Row>; row: Row; to: string | undefined }) {
  const content = column.cell(row);
  const inside = to ? (
    <Link className="table-link" to={to} prefetch="intent">
      {content}
    </Link>
  ) : (
    content
  );
  return column.primary ? (
    <th scope="row" className={cellClass(column)}>
      {inside}
    </th>
  ) : (
    <td className={cellClass(column)} data-label={column.header}>
      {inside}
    </td>
  );
}

function SelectAll({ name }: { name: string }) {
  return (
    <input
      type="checkbox"
      className="script-only"
      aria-label="Select all rows shown"
      onChange={({ currentTarget: all }) => {
        const boxes = all.closest("table")?.querySelectorAll<HTMLInputElement>(`tbody input[type=checkbox]`);
        for (const box of boxes ?? []) if (box.name === name) box.checked = all.checked;
      }}
    />
  );
}
