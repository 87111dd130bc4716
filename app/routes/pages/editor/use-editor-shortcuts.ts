import { useMemo, useRef } from "react";
import type { Device } from "~builder/editor/mount-editor.client";
import type { Shortcut } from "~builder/editor/shortcuts";

interface Acts {
  save?: () => unknown;
  preview?: () => unknown;
  publish?: () => unknown;
  settings?: () => unknown;
  device?: (device: Device) => unknown;
}

/** Keys for the page as a whole. The list is made once; what its keys do may change with each drawing. */
export function useEditorShortcuts() {
  const acts = useRef<Acts>({});
  const list = useMemo(() => {
    const group = "The page";
    const one = (keys: string, label: string, run: () => unknown): Shortcut => ({
      keys: [keys],
      label,
      group,
      whileWriting: true,
      run: () => void run(),
    });
    const look = (keys: string, label: string, device: Device) =>
      one(keys, label, () => acts.current.device?.(device));
    return [
      one("Mod+S", "Save now", () => acts.current.save?.()),
      one("Mod+Shift+E", "Preview", () => acts.current.preview?.()),
      one("Mod+Enter", "Publish", () => acts.current.publish?.()),
      one("Mod+,", "Page settings", () => acts.current.settings?.()),
      look("Alt+Shift+1", "As on a desktop", "desktop"),
      look("Alt+Shift+2", "As on a tablet", "tablet"),
      look("Alt+Shift+3", "As on a phone", "phone"),
    ];
  }, []);
  return {
    list,
    use: (next: Acts) => {
      acts.current = next;
    },
  };
}
