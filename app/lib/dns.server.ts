import { Resolver } from "node:dns/promises";

/** Answers of the domain name system. Empty when there is no such record; throws when the question itself failed. */
export interface Dns {
  texts(name: string): Promise<string[]>;
  /** IPv4 and IPv6, aliases followed. */
  addresses(name: string): Promise<string[]>;
}

const nobody = new Set(["ENOTFOUND", "ENODATA"]);

async function orNone<T>(question: Promise<T[]>): Promise<T[]> {
  try {
    return await question;
  } catch (error) {
    if (nobody.has((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
}

/** Without `servers` the machine's own resolvers are asked. */
export function createDns(servers: readonly string[] = []): Dns {
  const resolver = new Resolver({ timeout: 4000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  return {
    texts: async (name) => (await orNone(resolver.resolveTxt(name))).map((parts) => parts.join("")),
    async addresses(name) {
      const [four, six] = await Promise.all([
        orNone(resolver.resolve4(name)),
        orNone(resolver.resolve6(name)),
      ]);
      return [...four, ...six];
    },
  };
}
