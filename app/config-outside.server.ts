import { z } from "zod";
import {
  type BillingConfig,
  billingEnvironment,
  billingExamples,
  readBilling,
} from "./config-billing.server";
import { ConfigError } from "./config-error";

export const captchaVendors = ["recaptcha", "hcaptcha", "turnstile"] as const;
export type CaptchaVendor = (typeof captchaVendors)[number];

/** A service that tells people from programs, beside the built-in defences. */
export interface CaptchaConfig {
  readonly vendor: CaptchaVendor;
  readonly siteKey: string;
  readonly secretKey: string;
  /** reCAPTCHA says 0 (a program) to 1 (a person). */
  readonly minScore: number;
  /** Asked instead of the vendor's own hosts. */
  readonly apiBase: string | undefined;
}

/** Somebody who says who a person is. */
export interface SignInProvider {
  /** As it stands in addresses. */
  readonly id: "google" | "oidc";
  /** As people read it on the button. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
}

export interface OutsideConfig {
  readonly captcha: CaptchaConfig | undefined;
  readonly signIn: readonly SignInProvider[];
  readonly billing: BillingConfig | undefined;
}

const loopback = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/|$)/;
const isSafeAddress = (value: string) =>
  URL.canParse(value) && (value.startsWith("https://") || loopback.test(value)) && !/[?#]/.test(value);

/** Settings of services of others. Without them nothing of this is there. */
export const outsideEnvironment = {
  CAPTCHA: z
    .enum(["pow", ...captchaVendors], { error: "must be pow, recaptcha, hcaptcha or turnstile" })
    .default("pow"),
  CAPTCHA_SITE_KEY: z
    .string()
    .regex(/^[\w-]{8,100}$/, "must be the site key as the service shows it")
    .optional(),
  CAPTCHA_SECRET_KEY: z.string().min(8, "must be the whole secret key").optional(),
  CAPTCHA_MIN_SCORE: z.coerce
    .number({ error: "must be a number from 0 to 1" })
    .min(0, "must be a number from 0 to 1")
    .max(1, "must be a number from 0 to 1")
    .default(0.5),
  CAPTCHA_API_BASE: z
    .string()
    .refine(
      (value) => isSafeAddress(value) && new URL(value).origin === value,
      "must be an https origin without a path",
    )
    .optional(),
  OIDC_GOOGLE_CLIENT_ID: z.string().min(8, "must be the whole client id").optional(),
  OIDC_GOOGLE_CLIENT_SECRET: z.string().min(8, "must be the whole client secret").optional(),
  OIDC_ISSUER: z
    .string()
    .refine(isSafeAddress, "must be the https address of the provider, without a query")
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(8, "must be the whole client secret").optional(),
  OIDC_NAME: z.string().trim().min(1).max(40, "must have at most 40 characters").optional(),
  ...billingEnvironment,
};

export const outsideExamples: Record<string, string> = {
  CAPTCHA: "recaptcha",
  CAPTCHA_SITE_KEY: "6Lc_aX0UAAAAABx7uLFtZ0l0Y2R1Y3Rpb24",
  CAPTCHA_SECRET_KEY: "the-secret-key-beside-the-site-key",
  CAPTCHA_MIN_SCORE: "0.5",
  CAPTCHA_API_BASE: "https://www.recaptcha.net",
  OIDC_GOOGLE_CLIENT_ID: "1234567890-abc.apps.googleusercontent.com",
  OIDC_GOOGLE_CLIENT_SECRET: "the-secret-beside-the-client-id",
  OIDC_ISSUER: "https://id.example.com",
  OIDC_CLIENT_ID: "foyer",
  OIDC_CLIENT_SECRET: "the-secret-of-the-client",
  OIDC_NAME: "Example ID",
  ...billingExamples,
};

type Given = z.output<z.ZodObject<typeof outsideEnvironment>>;

const missing = (setting: string, beside: string) =>
  new ConfigError(setting, `must be given with ${beside}`, outsideExamples[setting] ?? "");

function readCaptcha(given: Given): CaptchaConfig | undefined {
  if (given.CAPTCHA === "pow") return undefined;
  const { CAPTCHA_SITE_KEY: siteKey, CAPTCHA_SECRET_KEY: secretKey } = given;
  if (!siteKey) throw missing("CAPTCHA_SITE_KEY", `CAPTCHA=${given.CAPTCHA}`);
  if (!secretKey) throw missing("CAPTCHA_SECRET_KEY", `CAPTCHA=${given.CAPTCHA}`);
  const { CAPTCHA_MIN_SCORE: minScore, CAPTCHA_API_BASE: apiBase } = given;
  return { vendor: given.CAPTCHA, siteKey, secretKey, minScore, apiBase };
}

function readSignIn(given: Given): SignInProvider[] {
  const providers: SignInProvider[] = [];
  const { OIDC_GOOGLE_CLIENT_ID: googleId, OIDC_GOOGLE_CLIENT_SECRET: googleSecret } = given;
  if (googleId && !googleSecret) throw missing("OIDC_GOOGLE_CLIENT_SECRET", "OIDC_GOOGLE_CLIENT_ID");
  if (googleSecret && !googleId) throw missing("OIDC_GOOGLE_CLIENT_ID", "OIDC_GOOGLE_CLIENT_SECRET");
  if (googleId) {
    const issuer = "https://accounts.google.com";
    providers.push({ id: "google", name: "Google", issuer, clientId: googleId, clientSecret: googleSecret });
  }
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (issuer && !clientId) throw missing("OIDC_CLIENT_ID", "OIDC_ISSUER");
  for (const setting of ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"] as const)
    if (given[setting] && !issuer) throw missing("OIDC_ISSUER", setting);
  if (issuer && clientId) {
    const name = given.OIDC_NAME ?? new URL(issuer).hostname;
    providers.push({ id: "oidc", name, issuer, clientId, clientSecret });
  }
  return providers;
}

export const readOutside = (given: Given): OutsideConfig => ({
  captcha: readCaptcha(given),
  signIn: readSignIn(given),
  billing: readBilling(given),
});
