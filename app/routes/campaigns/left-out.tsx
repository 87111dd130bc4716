import { formatCount } from "~/components/ui/count";
import { wordsOfReason } from "~/domain/campaigns/delivery";

/** Reasons with their numbers, greatest first. */
export function LeftOut({ reasons }: { reasons: Record<string, number> }) {
  const rows = Object.entries(reasons).sort(([, a], [, b]) => b - a);
  if (rows.length === 0) return null;
  return (
    <table className="left-out">
      <caption className="visually-hidden">Left out, and why</caption>
      <tbody>
        {rows.map(([reason, count]) => {
          const { label, short } = wordsOfReason(reason);
          return (
            <tr key={reason}>
              <th scope="row">{label}</th>
              <td className="soft">{short}</td>
              <td className="figures end">{formatCount(count)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
