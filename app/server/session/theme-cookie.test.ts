import { describe, expect, it } from "vitest";
import { readConfig } from "~/config.server";
import { readTheme, themeCookie } from "./theme-cookie.server";

const loopback = readConfig({}, "/");
const asked = (cookie: string) => readTheme(new Request("http://localhost/", { headers: { cookie } }));

describe("the colours somebody chose", () => {
  it("stay with the browser, and are there for the first paint", () => {
    for (const theme of ["light", "dark"]) {
      const cookie = themeCookie(loopback, theme);
      expect(asked(`foyer=x; ${cookie.split(";")[0]}`)).toBe(theme);
      expect(cookie).toContain("SameSite=Lax");
    }
    const secure = { APP_ORIGIN: "https://app.example.com", PAGES_DOMAIN: "pages.example.net" };
    expect(themeCookie(readConfig(secure, "/"), "dark")).toContain("; Secure");
  });

  it("are those of the device again after choosing so, and for anything that is no theme", () => {
    for (const wrong of ["", "system", null, "dark; Path=/evil", 'light"><script>']) {
      expect(themeCookie(loopback, wrong)).toMatch(/^theme=; .*Max-Age=0/);
    }
    expect(asked("theme=pink")).toBeUndefined();
    expect(asked("nottheme=dark")).toBeUndefined();
  });
});
