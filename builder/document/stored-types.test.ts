import { describe, expect, it } from "vitest";
import { parsePageDocument } from "./page-document";

/** The editor leaves out what its component types say by default, such as the tag. */
const stored: Record<string, string> = {
  link: "a",
  image: "img",
  label: "label",
  table: "table",
  form: "form",
  input: "input",
  textarea: "textarea",
  select: "select",
  button: "button",
  consent: "label",
  details: "details",
  field: "div",
};

describe("components stored without their tag", () => {
  for (const [type, tag] of Object.entries(stored)) {
    it(`keep <${tag}> for ${type}`, () => {
      const component = { components: [{ type, attributes: { id: "one" } }] };
      const { project } = parsePageDocument({ pages: [{ frames: [{ component }] }] });
      expect(JSON.stringify(project)).toContain(`"tagName":"${tag}"`);
    });
  }
});
