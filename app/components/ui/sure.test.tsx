import { renderToStaticMarkup as html } from "react-dom/server";
import { expect, test } from "vitest";
import { Sure } from "./sure";

test("a first press says what will happen and sends nothing; the button that does it comes after it", () => {
  const markup = html(
    <Sure label="Remove" spoken="Remove the sender" words="It goes for good.">
      <button type="submit">Remove it</button>
    </Sure>,
  );
  expect(markup).toMatch(/^<details[^>]*><summary[^>]*aria-label="Remove the sender"[^>]*>Remove<\/summary>/);
  expect(markup).not.toContain("<details open");
  expect(markup.indexOf("It goes for good.")).toBeLessThan(markup.indexOf('<button type="submit">'));
});
