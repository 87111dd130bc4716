import { describe, expect, it } from "vitest";
import { readWholeRequest } from "./whole-request";

const read = (text: string) => readWholeRequest(Buffer.from(text, "latin1"), "192.0.2.1");
const get = (...lines: string[]) => read(["GET /a?b=c HTTP/1.1", ...lines, "", ""].join("\r\n"));
const post = (body: string, ...lines: string[]) =>
  read(["POST /v HTTP/1.1", "Host: x", ...lines, "", body].join("\r\n"));

describe("a whole request", () => {
  it("is read with its headers, whatever their spelling", () => {
    const request = get("HOST: Shop.Example:80", "accept-ENCODING:\tgzip ", "X-Empty:");
    expect(request).toMatchObject({
      method: "GET",
      target: "/a?b=c",
      path: "/a",
      host: "shop.example:80",
      remoteAddress: "192.0.2.1",
    });
    expect(request?.header("accept-encoding")).toBe("gzip");
    expect(request?.header("x-empty")).toBe("");
    expect(request?.header("cookie")).toBe("");
  });

  it("has its body, if it is a POST", () => {
    const request = post("hello", "content-length: 5");
    expect([request?.method, request?.body.toString()]).toEqual(["POST", "hello"]);
  });

  it("is not mistaken in a value that looks like a name", () => {
    const request = get("x-one: host", "host: x", "x-two: accept-encoding");
    expect(request?.host).toBe("x");
    expect(request?.header("accept-encoding")).toBe("");
  });

  it.each([
    ["no host", get()],
    ["two hosts", get("host: a", "host: b")],
    ["a header twice", get("host: a", "x-forwarded-for: 1.1.1.1", "X-Forwarded-For: 2.2.2.2")],
    ["a host that is none", get("host: a/b")],
    ["a host with a user", get("host: a@b")],
    ["a space before the colon", get("host : a", "host: a")],
    ["a folded line", get("host: a", " b: c")],
    ["a bare line feed", read("GET / HTTP/1.1\nhost: a\r\n\r\n")],
    ["a bare carriage return", get("host: a", "x: b\rc: d")],
    ["a zero byte", get("host: a", "x: b\u0000")],
    ["a name that is none", get("host: a", "x(y): z")],
    ["a line without colon", get("host: a", "nothing")],
    ["a chunked body", post("5\r\nhello\r\n0\r\n\r\n", "transfer-encoding: chunked")],
    ["both kinds of length", post("hello", "content-length: 5", "transfer-encoding: identity")],
    ["two lengths", post("hello", "content-length: 5", "content-length: 5")],
    ["a list of lengths", post("hello", "content-length: 5, 5")],
    ["a signed length", post("hello", "content-length: +5")],
    ["a length in hex", post("hello", "content-length: 0x5")],
    ["a length too long", post("hello", "content-length: 6")],
    ["a length too short", post("hello", "content-length: 4")],
    ["no length", post("hello")],
    ["a GET with a body", read("GET / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\nhi")],
    ["a GET with length 0", get("host: a", "content-length: 0")],
    ["a second request behind", read("GET / HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n")],
    ["an upgrade", get("host: a", "connection: upgrade", "upgrade: websocket")],
    ["a connection to be closed", get("host: a", "connection: close")],
    ["an expectation", post("hello", "content-length: 5", "expect: 100-continue")],
    ["HTTP/1.0", read("GET / HTTP/1.0\r\nhost: a\r\n\r\n")],
    ["HTTP/0.9", read("GET /\r\n\r\n")],
    ["HTTP/2", read("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")],
    ["an absolute target", read("GET http://a/ HTTP/1.1\r\nhost: a\r\n\r\n")],
    ["a target with a space", read("GET /a b HTTP/1.1\r\nhost: a\r\n\r\n")],
    ["a target beyond ASCII", read("GET /ä HTTP/1.1\r\nhost: a\r\n\r\n")],
    ["another method", read("PUT / HTTP/1.1\r\nhost: a\r\n\r\n")],
    ["a method in lower case", read("get / HTTP/1.1\r\nhost: a\r\n\r\n")],
    ["a line break before it", read("\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n")],
    ["half a head", read("GET / HTTP/1.1\r\nhost: a\r\n")],
    ["a head too large", get("host: a", `x: ${"y".repeat(17_000)}`)],
    ["too many headers", get("host: a", ...Array.from({ length: 70 }, (_, n) => `x-${n}: y`))],
    ["nothing", read("")],
  ])("is not what is sent with %s", (_name, request) => {
    expect(request).toBeUndefined();
  });
});
