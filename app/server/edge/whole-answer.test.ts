import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayGoWhole, sendWhole, thisSecond, wireHead } from "./whole-answer";

let server: Server;
let closed = 0;
let bodies: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    response.on("close", () => {
      closed += 1;
    });
    request.on("end", () => {
      bodies.push(body);
      // Answered later, as something that is stored first.
      setTimeout(() => {
        if (mayGoWhole(request, response))
          sendWhole(response, wireHead("204 No Content", ["cache-control", "no-store"], thisSecond()));
        else response.writeHead(204, ["x-way", "plain"]).end();
      }, 5);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What the server says until it has answered so often, or has closed the connection. */
const talk = (bytes: string, answers: number): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket
      .on("data", (part) => {
        heard += part.toString("latin1");
        if (heard.split("\r\n\r\n").length > answers) socket.end();
      })
      .on("close", () => resolve(heard))
      .on("error", reject)
      .write(bytes);
  });

const post = (body: string, ...more: string[]) =>
  ["POST /v HTTP/1.1", "host: x", `content-length: ${body.length}`, ...more, "", body].join("\r\n");

describe("an answer in one piece", () => {
  it("follows each request on a connection in turn, with its body read and its end told", async () => {
    bodies = [];
    closed = 0;
    const heard = await talk(post("one") + post("two") + post("three"), 3);
    expect(heard.match(/HTTP\/1.1 204 No Content\r\n/g)).toHaveLength(3);
    expect(bodies).toEqual(["one", "two", "three"]);
    expect(closed).toBe(3);
    expect(heard).toMatch(/cache-control: no-store\r\ndate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/);
  });

  it("leaves a connection that the client wants closed to Node", async () => {
    const heard = await talk(post("last", "connection: close"), 2);
    expect(heard).toContain("x-way: plain");
    expect(heard.toLowerCase()).toContain("connection: close");
  });
});
