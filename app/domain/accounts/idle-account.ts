/** An account that nobody signs in to is closed after three years, after three letters. */
export const idleDays = 1096;

/** Days before the closing at which a letter is sent. */
const warnedBefore = [60, 30, 7] as const;
const day = 86_400_000;

/** From then on an account needs looking at. */
export const firstWarningDays = idleDays - warnedBefore[0];

export interface IdleAccount {
  id: string;
  email: string;
  name: string;
  isOperator: boolean;
  lastSeenAt: number;
  /** Letters sent, and when the last one was; those from before the last visit count for nothing. */
  warnings: number;
  warnedAt: number;
}

/** What is to be done now: the letter with this number, or closing. Letters that were due while nothing ran are not skipped. */
export function idleStep(
  account: Pick<IdleAccount, "lastSeenAt" | "warnings" | "warnedAt">,
  now: number,
): { warning: number; closesAt: number } | "close" | undefined {
  const warnings = account.warnedAt > account.lastSeenAt ? account.warnings : 0;
  const idleFor = now - account.lastSeenAt;
  const sinceLetter = now - account.warnedAt;
  const ahead = warnedBefore[warnings];
  const before = warnedBefore[warnings - 1];
  if (ahead === undefined) {
    const isOver = idleFor >= idleDays * day && sinceLetter >= (before ?? 0) * day;
    return isOver ? "close" : undefined;
  }
  if (idleFor < (idleDays - ahead) * day) return undefined;
  if (before !== undefined && sinceLetter < (before - ahead) * day) return undefined;
  const closesAt = Math.max(account.lastSeenAt + idleDays * day, now + ahead * day);
  return { warning: warnings + 1, closesAt };
}
