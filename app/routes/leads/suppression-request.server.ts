import { reasonWords } from "~/components/leads/suppression-words";
import type { SuppressionChoice } from "~/domain/suppression/list-latest-suppressions.server";
import type { SuppressionReason } from "~/domain/suppression/suppression";
import { parseEmailAddress } from "~/lib/email-address";

const isReason = (value: string): value is SuppressionReason => Object.hasOwn(reasonWords, value);

const stateOf = (value: string | null): Pick<SuppressionChoice, "state"> =>
  value === "all" ? {} : { state: value === "lifted" ? "lifted" : "standing" };

/** What the filters of the list ask for. `isPart`: words that are no whole address find nothing. */
export function readSuppressionFilters(query: URLSearchParams) {
  const typed = query.get("q")?.trim() ?? "";
  const reason = query.get("reason") ?? "";
  const isPart = typed !== "" && !parseEmailAddress(typed).ok;
  const choice: SuppressionChoice = {
    ...stateOf(query.get("state")),
    ...(typed && !isPart ? { email: typed } : {}),
    ...(isReason(reason) ? { reason } : {}),
  };
  return { typed, isPart, choice, isFiltered: Boolean(typed || query.get("state") || choice.reason) };
}
