/** Says whether what was read is still as it is stored: one look at a number, however much is cached. */
export interface Mark {
  /** Counts the changes of a workspace. */
  changes: number;
}

export interface StaleMarks {
  of(workspaceId: string): Mark;
  changed(workspaceId: string): void;
  allChanged(): void;
  /** Counts changes of whatever workspace, for what is read before its workspace is known. */
  readonly total: number;
}

export function createStaleMarks(): StaleMarks {
  const marks = new Map<string, Mark>();
  let total = 0;
  function of(workspaceId: string): Mark {
    const known = marks.get(workspaceId);
    if (known) return known;
    const mark = { changes: 0 };
    marks.set(workspaceId, mark);
    return mark;
  }
  return {
    of,
    changed(workspaceId) {
      total += 1;
      of(workspaceId).changes += 1;
    },
    allChanged() {
      total += 1;
      for (const mark of marks.values()) mark.changes += 1;
    },
    get total() {
      return total;
    },
  };
}
