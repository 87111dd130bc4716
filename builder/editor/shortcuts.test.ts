import { describe, expect, it } from "vitest";
import { isPressed, keyNames } from "./shortcuts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("shortcuts", () => {
  it("take the command key on a Mac and Ctrl elsewhere", () => {
    expect(isPressed(press("z", { ctrlKey: true }), "Mod+Z", false)).toBe(true);
    expect(isPressed(press("z", { metaKey: true }), "Mod+Z", true)).toBe(true);
    expect(isPressed(press("z", { ctrlKey: true }), "Mod+Z", true)).toBe(false);
  });

  it("know a capital letter that Shift makes", () => {
    expect(isPressed(press("Z", { ctrlKey: true, shiftKey: true }), "Mod+Shift+Z", false)).toBe(true);
  });

  it("are not pressed when another key is held besides", () => {
    expect(isPressed(press("Z", { ctrlKey: true, shiftKey: true }), "Mod+Z", false)).toBe(false);
    expect(isPressed(press("ArrowUp"), "Alt+ArrowUp", false)).toBe(false);
    expect(isPressed(press("Delete", { ctrlKey: true }), "Delete", false)).toBe(false);
  });

  it("are shown as the keyboard names them", () => {
    expect(keyNames("Mod+Shift+Z", false)).toEqual(["Ctrl", "Shift", "Z"]);
    expect(keyNames("Alt+ArrowUp", true)).toEqual(["⌥", "↑"]);
  });
});
