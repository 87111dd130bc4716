import { describe, expect, it } from "vitest";
import { readConfig } from "./config.server";
import { ConfigError } from "./config-error";

const read = (env: Record<string, string>) => readConfig(env, "/foyer");

describe("settings", () => {
  it("need nothing: an embedded database on a loopback origin", () => {
    const config = read({});
    expect(config.origins.app).toBe("http://localhost:3000");
    expect(config.database).toEqual({ url: "sqlite:var/foyer.db", embedded: true });
    expect(config.http.host).toBe("127.0.0.1");
    expect(Object.isFrozen(config.origins)).toBe(true);
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["APP_ORIGIN", "example.com"],
    ["APP_ORIGIN", "http://a b"],
    ["LINKS_ORIGIN", "http://[links"],
    ["FOYER_ROLES", "web,cook"],
    ["DATABASE_URL", "postgres://x"],
    ["DATABASE_URL", "mysql://foyer:pa/ss@db.example.com"],
    ["DATABASE_URL", "mysql://db.example.com"],
    ["JOURNAL_URL", "mysql://db.example.com"],
    ["FOYER_SECRET", "short"],
    ["SMTP_URL", "mail.example.com"],
    ["SMTP_URL", "smtp://user:pa ss@:99999"],
    ["SMTP_CONNECTIONS", "0"],
    ["PAGE_CACHE_MB", "much"],
    ["ARCHIVE_MAX_MB", "0"],
    ["LOG_LEVEL", "loud"],
    ["DNS_CHECKS", "maybe"],
    ["TRUSTED_PROXIES", "all"],
    ["CAPTCHA", "maybe"],
    ["CAPTCHA", "recaptcha", "CAPTCHA_SITE_KEY"],
    ["CAPTCHA_MIN_SCORE", "2"],
    ["CAPTCHA_API_BASE", "http://www.recaptcha.net"],
    ["OIDC_ISSUER", "id.example.com"],
    ["OIDC_ISSUER", "https://id.example.com", "OIDC_CLIENT_ID"],
    ["OIDC_CLIENT_ID", "foyer", "OIDC_ISSUER"],
    ["OIDC_GOOGLE_CLIENT_ID", "1234567890.apps", "OIDC_GOOGLE_CLIENT_SECRET"],
    ["SENDGRID_API_KEY", "SG"],
    ["SENDGRID_API_BASE", "api.sendgrid.com"],
    ["SENDGRID_WEBHOOK_KEY", "nonsense"],
    ["BOUNCE_LISTEN", "bounces.example.com"],
    ["WEBHOOK_PRIVATE_TARGETS", "yes"],
  ])("stop the start when %s is %s, naming what is wrong with an example", (name, value, named = name) => {
    expect(() => read({ [name]: value })).toThrow(ConfigError);
    expect(() => read({ [name]: value })).toThrow(new RegExp(`^${named} (must|may) .+Example: ${named}=.+`));
  });

  it("of a later release are refused instead of being passed over in silence", () => {
    expect(() => read({ STRIPE_SECRET_KEY: "pk_test_12345678" })).toThrow(
      /STRIPE_SECRET_KEY must be a secret/,
    );
  });

  it("of others' services are absent without their keys, and whole with them", () => {
    expect(read({ CAPTCHA: "pow" })).toMatchObject({ captcha: undefined, signIn: [] });
    const keys = { CAPTCHA_SITE_KEY: "site-key-1", CAPTCHA_SECRET_KEY: "secret-key-1" };
    expect(read({ CAPTCHA: "hcaptcha", ...keys }).captcha).toEqual({
      vendor: "hcaptcha",
      siteKey: "site-key-1",
      secretKey: "secret-key-1",
      minScore: 0.5,
      apiBase: undefined,
    });
    const oidc = { OIDC_ISSUER: "https://id.example.com/realm", OIDC_CLIENT_ID: "foyer" };
    expect(read(oidc).signIn).toMatchObject([{ id: "oidc", name: "id.example.com", clientId: "foyer" }]);
  });

  it("read where bounces are taken, with the domain of links where none is given", () => {
    expect(read({ BOUNCE_LISTEN: "127.0.0.1:2525" }).mail.bounces).toEqual({
      host: "127.0.0.1",
      port: 2525,
      domain: "localhost",
    });
    const env = {
      LINKS_ORIGIN: "https://links.example.com",
      APP_ORIGIN: "https://a.example",
      PAGES_DOMAIN: "p.test",
    };
    expect(read({ ...env, BOUNCE_LISTEN: "smtp://[::]:25/b.example.com" }).mail.bounces).toEqual({
      host: "::",
      port: 25,
      domain: "b.example.com",
    });
    expect(read({ ...env, BOUNCE_LISTEN: "0.0.0.0:25" }).mail.bounces?.domain).toBe("links.example.com");
  });

  it("let mail leave one way only", () => {
    expect(() => read({ SENDGRID_API_KEY: "SG.whole-key", SMTP_URL: "smtp://localhost" })).toThrow(
      /^SENDGRID_API_KEY must not/,
    );
  });

  it("ask for a secret of one's own with a database server", () => {
    expect(() => read({ DATABASE_URL: "mysql://u:p@127.0.0.1/foyer" })).toThrow(/FOYER_SECRET must be given/);
  });

  it("refuse an app origin and pages domain with the same registrable domain [account.encrypt]", () => {
    const env = { APP_ORIGIN: "https://app.example.com", PAGES_DOMAIN: "pages.example.com" };
    expect(() => read(env)).toThrow(/PAGES_DOMAIN/);
    expect(read({ ...env, PAGES_DOMAIN: "example-pages.net" }).origins.pagesDomain).toBe("example-pages.net");
  });

  it("ask for a pages domain when the app is not on a loopback origin", () => {
    expect(() => read({ APP_ORIGIN: "https://app.example.com" })).toThrow(/PAGES_DOMAIN/);
  });
});
