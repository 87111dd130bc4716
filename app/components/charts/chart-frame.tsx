import { type ReactNode, useId } from "react";

interface Props {
  title: string;
  /** One sentence on what there is to see. */
  summary?: string;
  children: ReactNode;
  /** The same figures as a table. */
  table?: { head: readonly string[]; rows: readonly (readonly string[])[] };
}

/** Title, plot, and the same figures as a table. */
export function ChartFrame({ title, summary, children, table }: Props) {
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption className="chart-caption">
        <h2 id={id} className="card-title">
          {title}
        </h2>
        {summary && <p className="soft">{summary}</p>}
      </figcaption>
      {children}
      {table && (
        <details className="chart-table">
          <summary>Figures as a table</summary>
          <div className="chart-table-scroll">
            <table>
              <caption className="visually-hidden">{title}</caption>
              <thead>
                <tr>
                  {table.head.map((word) => (
                    <th key={word} scope="col">
                      {word}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map(([name, ...cells]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {cells.map((cell, index) => (
                      <td key={table.head[index + 1]} className="figures">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </figure>
  );
}
