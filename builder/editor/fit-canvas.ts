import type { Editor } from "grapesjs";

export type Device = "desktop" | "tablet" | "phone";

const widths: Record<Device, number> = { desktop: 1200, tablet: 768, phone: 390 };

/** Shows each device at its true width, made smaller where the window has no room, so that it breaks as it will. */
export function fitCanvas(
  editor: Editor,
  stage: HTMLElement,
  onDevice?: (device: Device) => void,
): { setDevice(device: Device): void; stop(): void } {
  let device: Device = "desktop";
  const settle = () => {
    const room = stage.clientWidth;
    const model = editor.Devices.get(device);
    if (!model || room === 0) return;
    const isNarrow = room < widths[device];
    const share = isNarrow ? room / widths[device] : 1;
    stage.toggleAttribute("data-narrow", isNarrow);
    const width = device === "desktop" && !isNarrow ? "" : `${widths[device]}px`;
    model.set({ width, height: isNarrow ? `${100 / share}%` : "" });
    editor.Canvas.setZoom(share * 100);
    editor.refresh({ tools: true });
  };
  const watcher = new ResizeObserver(settle);
  watcher.observe(stage);
  const setDevice = (next: Device) => {
    device = next;
    editor.setDevice(next);
    settle();
    onDevice?.(next);
  };
  // On a phone a page is edited as phones show it, and not too small to be pressed.
  if (stage.clientWidth > 0 && stage.clientWidth < 600) editor.onReady(() => setDevice("phone"));
  return { setDevice, stop: () => watcher.disconnect() };
}
