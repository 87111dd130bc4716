const secondMs = 1000;

/**
 * Steps of one kind ("Preparing the database: 3/119 ...") take one line of a terminal, elsewhere one line a second.
 * @param {{ isTTY?: boolean, columns?: number, write(text: string): unknown }} out
 */
export function showSteps(out = process.stdout, now = Date.now) {
  let last = "";
  let shownAt = 0;
  const endLine = () => {
    if (last && out.isTTY) out.write("\n");
    last = "";
  };
  return {
    /** @param {string} what */
    step(what) {
      const [kind] = what.split(":", 1);
      if (kind !== last) endLine();
      else if (!out.isTTY && now() - shownAt < secondMs) return;
      out.write(out.isTTY ? `\r\u001b[2K${what.slice(0, (out.columns ?? 80) - 1)}` : `${what}\n`);
      last = kind;
      shownAt = now();
    },
    end: endLine,
  };
}
