/** A Content-Security-Policy that allows these sources too. 'none' gives way to the first of them. */
export function extendPolicy(policy: string, more: Readonly<Record<string, readonly string[]>>): string {
  const directives = new Map<string, string[]>();
  for (const part of policy.split(";")) {
    const [name, ...sources] = part.trim().split(/\s+/);
    if (name) directives.set(name, sources);
  }
  for (const [name, sources] of Object.entries(more)) {
    if (sources.length === 0) continue;
    const before = (directives.get(name) ?? []).filter((source) => source !== "'none'");
    directives.set(name, [...new Set([...before, ...sources])]);
  }
  return [...directives].map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
}
