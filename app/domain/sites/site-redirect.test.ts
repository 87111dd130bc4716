import { describe, expect, it } from "vitest";
import {
  findLoop,
  followRedirects,
  type Redirect,
  readSource,
  readTarget,
  redirectTable,
} from "./site-redirect";

const rule = (
  source: string,
  target: string,
  scope: Redirect["scope"] = "exact",
  status: 301 | 302 = 301,
) => ({
  source,
  target,
  scope,
  status,
});
const follow = (rules: Redirect[], path: string) => followRedirects(redirectTable(rules), path);
const targetOf = (rules: Redirect[], path: string) => {
  const found = follow(rules, path);
  return found === "loop" ? found : found?.target;
};

describe("a redirect", () => {
  it("leads a path to another one, the last slash aside", () => {
    const rules = [rule("/old", "/new")];
    expect(follow(rules, "/old")).toEqual({ target: "/new", status: 301 });
    expect(follow(rules, "/old/")).toEqual({ target: "/new", status: 301 });
    expect(follow(rules, "/older")).toBeUndefined();
    expect(follow(rules, "/old/below")).toBeUndefined();
  });

  it("carries over what follows a prefix, encoded, and keeps a query of the target", () => {
    const rules = [rule("/blog", "https://blog.example/?from=site", "prefix"), rule("/blog/a", "/b")];
    expect(targetOf(rules, "/blog")).toBe("https://blog.example/?from=site");
    expect(targetOf(rules, "/blog/2024/ü & x?")).toBe(
      "https://blog.example/2024/%C3%BC%20&%20x%3F?from=site",
    );
    expect(follow(rules, "/blogger")).toBeUndefined();
    expect(targetOf(rules, "/blog/a")).toBe("/b");
  });

  it("prefers the longest prefix, and the root takes what nothing else does", () => {
    const rules = [
      rule("/", "https://else.example/", "prefix"),
      rule("/a", "/x", "prefix"),
      rule("/a/b", "/y", "prefix"),
    ];
    expect(targetOf(rules, "/c/d")).toBe("https://else.example/c/d");
  });

  it("leads to the end of a chain in one step, for good only if every step is", () => {
    const rules = [rule("/a", "/b"), rule("/b", "/c", "exact", 302), rule("/c", "/d")];
    expect(follow(rules, "/a")).toEqual({ target: "/d", status: 302 });
    expect(follow(rules, "/c")).toEqual({ target: "/d", status: 301 });
  });

  it("is found out when it goes round in a circle", () => {
    for (const rules of [
      [rule("/a", "/a")],
      [rule("/a", "/a/")],
      [rule("/a", "/A?x=1"), rule("/A", "/a")],
      [rule("/a", "/b"), rule("/b", "/c"), rule("/c", "/a#top")],
      [rule("/a", "/a/b", "prefix")],
      [rule("/", "/x", "prefix")],
      [rule("/a/x", "/b/x"), rule("/b", "/a", "prefix")],
      [rule("/a", "/b/c", "prefix"), rule("/b", "/a", "prefix")],
      [rule("/ü", "/%C3%BC")],
    ]) {
      expect(findLoop(rules), JSON.stringify(rules)).toBeDefined();
    }
    for (const rules of [
      [rule("/a", "/b"), rule("/b", "https://else.example/a")],
      [rule("/a", "/b", "prefix"), rule("/b", "/c", "prefix")],
      [rule("/a/b", "/a"), rule("/x", "/a/b")],
    ]) {
      expect(findLoop(rules), JSON.stringify(rules)).toBeUndefined();
    }
  });
});

describe("the path of a redirect", () => {
  it("is taken as people paste it", () => {
    for (const [typed, path] of [
      [" /old-page/ ", "/old-page"],
      ["https://old.example/a/b?x=1", "/a/b"],
      ["/%C3%BCber", "/über"],
      ["/index.php", "/index.php"],
      ["/", "/"],
    ]) {
      expect(readSource(typed ?? "")).toEqual({ ok: true, value: path });
    }
  });

  it("is refused when visitors could not ask for it, or the platform answers there", () => {
    for (const typed of [
      "old",
      "",
      "//evil",
      "/a/../b",
      "/a%00b",
      "/%zz",
      "/a\\b",
      "/a?b=1",
      "/f/x",
      "/_foyer/v1.js",
      "/consent",
      `/${"a".repeat(301)}`,
      "https://",
    ]) {
      expect(readSource(typed).ok, typed).toBe(false);
    }
  });
});

describe("the target of a redirect", () => {
  it("is a path of the site or a web address; the site's own hosts become paths", () => {
    const read = (typed: string) => {
      const result = readTarget(typed, ["www.shop.example"]);
      return result.ok ? result.value : undefined;
    };
    expect(read("/new?a=1#b")).toBe("/new?a=1#b");
    expect(read("/a/../b")).toBe("/b");
    expect(read("https://else.example/x y".replace(" ", "%20"))).toBe("https://else.example/x%20y");
    expect(read("https://www.shop.example/a?b=1")).toBe("/a?b=1");
  });

  it("is refused when it is no place to go", () => {
    for (const typed of [
      "",
      "new",
      "//evil.example/x",
      "/\\evil.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "ftp://x.example",
      "https://user:secret@x.example/",
      "https://x.example/\r\nset-cookie:a=b",
      "http://",
    ]) {
      expect(readTarget(typed).ok, typed).toBe(false);
    }
  });
});
