import * as client from "openid-client";
import type { Config } from "~/config.server";
import type { Deps } from "../deps";
import type { OutsideIdentity } from "./outside-identity";

type Provider = Config["signIn"][number];

const patienceSeconds = 10;
/** As the standard says, and as the table holds. */
const longestName = 255;
const rememberedMs = 3_600_000;
const known = new Map<string, { at: number; configuration: Promise<client.Configuration> }>();

/** What the provider publishes of itself; asked for again after an hour, and after a failure. */
function configurationOf({ clock }: Pick<Deps, "clock">, provider: Provider): Promise<client.Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`;
  const seen = known.get(key);
  if (seen && clock.now() - seen.at < rememberedMs) return seen.configuration;
  const configuration = client.discovery(
    new URL(provider.issuer),
    provider.clientId,
    provider.clientSecret,
    provider.clientSecret ? undefined : client.None(),
    {
      timeout: patienceSeconds,
      execute: provider.issuer.startsWith("http:") ? [client.allowInsecureRequests] : [],
    },
  );
  known.set(key, { at: clock.now(), configuration });
  configuration.catch(() => known.delete(key));
  return configuration;
}

/** What has to come back unchanged, kept by the browser under seal. */
export interface ProviderChecks {
  state: string;
  nonce: string;
  verifier: string;
}

/** Where to send the person: code flow with PKCE. */
export async function providerAddress(
  deps: Pick<Deps, "clock">,
  provider: Provider,
  redirectUri: string,
): Promise<{ url: string; checks: ProviderChecks }> {
  const configuration = await configurationOf(deps, provider);
  const checks = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: "openid email profile",
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, checks };
}

const text = (value: unknown) => (typeof value === "string" ? value : "");
const isYes = (value: unknown) => value === true || value === "true";

/** Redeems the code of an answer for what the provider says of the person; throws when anything does not fit. */
export async function redeemAnswer(
  deps: Pick<Deps, "clock">,
  provider: Provider,
  answer: URL,
  checks: ProviderChecks,
): Promise<OutsideIdentity> {
  const configuration = await configurationOf(deps, provider);
  const tokens = await client.authorizationCodeGrant(configuration, answer, {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("no identity in the answer");
  const said: Record<string, unknown> =
    claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims;
  if (claims.iss.length > longestName || claims.sub.length > longestName)
    throw new Error("the name is too long");
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: text(said.email),
    emailVerified: isYes(said.email_verified),
    name: text(said.name),
  };
}

/** The provider could not be reached, or answered with a fault of its own; anything else was refused by us. */
export function isAway(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.status >= 500;
  if (error instanceof TypeError) return true;
  const { name, code } = error as { name?: string; code?: string };
  return name === "TimeoutError" || name === "AbortError" || code === "OAUTH_TIMEOUT";
}
