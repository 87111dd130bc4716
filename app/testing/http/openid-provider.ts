import { createServer } from "node:http";
import type { Configuration } from "oidc-provider";
import { freePort } from "../db/mariadb";

export interface TestPerson {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** The provider warns that it is new, small and on an old runtime; in a test that is right. */
async function quietProvider(issuer: string, configuration: Configuration) {
  const { info, warn } = console;
  Object.assign(console, { info: () => {}, warn: () => {} });
  try {
    const { Provider } = await import("oidc-provider");
    return new Provider(issuer, configuration);
  } finally {
    Object.assign(console, { info, warn });
  }
}

const anHour = {
  AccessToken: 3600,
  AuthorizationCode: 60,
  Grant: 3600,
  IdToken: 3600,
  Interaction: 3600,
  Session: 3600,
};

/** A real OpenID provider for people who are whoever the test says. */
export async function openidProvider(port: number, redirectUris: string[]) {
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, TestPerson>();
  let subject = "";
  const provider = await quietProvider(issuer, {
    ttl: anHour,
    clients: [
      {
        client_id: "foyer",
        client_secret: "a-secret-of-the-test-client",
        redirect_uris: redirectUris,
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    cookies: { keys: ["a-key-of-the-test"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
    interactions: { url: (_context, { uid }) => `/enter/${uid}` },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId,
        accountId: context.oidc.session?.accountId,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith("/enter/")) return answer(request, response);
    const result = subject
      ? { login: { accountId: subject } }
      : { error: "access_denied", error_description: "did not go through with it" };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    issuer,
    /** Whoever comes next is this person; nobody: they turn back. */
    enter(id: string, person: TestPerson = {}) {
      subject = id;
      people.set(id, person);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Walks through the provider as a browser with nothing but its cookies does; the address that leads back. */
export async function walkThrough(url: string, home: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = url;
  for (let steps = 0; steps < 10; steps += 1) {
    const response = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = response.headers.get("location");
    if (!location) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    next = new URL(location, next).href;
    if (next.startsWith(home)) return next;
  }
  throw new Error("the provider never led back");
}

export const newProviderPort = freePort;
