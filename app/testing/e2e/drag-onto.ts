import type { Locator, Page } from "playwright-core";
import { until } from "./instance";

/**
 * Drags with the mouse, as a person does, also into a frame; drops on the lower half of the target, when the mark
 * shows where it will fall.
 */
export async function dragOnto(page: Page, what: Locator, target: Locator, mark: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  await what.scrollIntoViewIfNeeded();
  const [from, to] = [await what.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error("What is to be dragged, or its target, is not on the screen");
  const [x, y] = [to.x + to.width / 2, to.y + to.height * 0.7];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 12 });
  let step = 0;
  await until("The mark where it will fall", async () => {
    step += 1;
    await page.mouse.move(x + (step % 2), y + (step % 3));
    return (await mark.count()) > 0;
  });
  await page.mouse.up();
}

/** The same with one finger, as a touch screen tells it; down to a share of the target's height. Holds it first where asked. */
export async function dragByFinger(
  page: Page,
  what: Locator,
  target: Locator,
  { holdMs = 0, share = 0.8 } = {},
): Promise<void> {
  const [from, to] = [await what.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error("What is to be dragged, or its target, is not on the screen");
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  const end = to.y + to.height * share;
  await touch("touchStart", x, y);
  await new Promise((resolve) => setTimeout(resolve, holdMs));
  for (let step = 1; step <= 8; step += 1) await touch("touchMove", x, y + ((end - y) * step) / 8);
  await touch("touchEnd");
  await client.detach();
}
