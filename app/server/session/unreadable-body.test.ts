import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { answerRefusals } from "./answer-refusals.server";
import { BodyTooLargeError } from "./unreadable-body.server";

const build = answerRefusals({
  routes: {
    form: {
      id: "form",
      module: { default: {}, action: async ({ request }: { request: Request }) => await request.formData() },
    },
  },
} as unknown as ServerBuild);

async function send(body: BodyInit, type: string): Promise<{ status: number; code: string }> {
  const headers = type ? { "content-type": type } : undefined;
  const init = { method: "POST", body, headers, duplex: "half" };
  const request = new Request("http://localhost:3000/form", init as RequestInit);
  const action = build.routes.form?.module.action as unknown as (args: unknown) => Promise<FormData>;
  return action({ request }).then(
    () => ({ status: 200, code: "" }),
    (thrown) => ({ status: thrown.init?.status, code: thrown.data?.code }),
  );
}

function endless(): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      controller.error(new BodyTooLargeError());
    },
  });
}

describe("a screen's form", () => {
  it("that is whole is read", async () => {
    expect(await send("a=1", "application/x-www-form-urlencoded")).toEqual({ status: 200, code: "" });
  });

  it.each([
    ["JSON", '{"email":1}', "application/json"],
    ["plain text", "a=1", "text/plain"],
    ["a torn multipart", '--x\r\nContent-Disposition: form-data; name="a', "multipart/form-data; boundary=x"],
    ["a multipart without boundary", "--x--", "multipart/form-data"],
    ["a kind nobody reads", "\u0000\u0001", "application/x-nothing"],
  ])("that came as %s is refused as unreadable, not as a fault of ours", async (_, body, type) => {
    expect(await send(body, type)).toEqual({ status: 400, code: "body_unreadable" });
  });

  it("that turns out too large on the way is refused as too large", async () => {
    expect(await send(endless(), "application/x-www-form-urlencoded")).toEqual({
      status: 413,
      code: "body_too_large",
    });
  });
});
