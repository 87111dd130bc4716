import type { Component, Editor } from "grapesjs";
import { el } from "./dom";

export interface UploadedPicture {
  src: string;
  width?: number;
  height?: number;
}

export type Upload = (files: File[]) => Promise<UploadedPicture[]>;

const kinds = "image/png,image/jpeg,image/webp,image/gif,image/avif";

function setPicture(component: Component, picture: UploadedPicture): void {
  component.set("src", picture.src);
  // Other sizes and points of the former picture.
  component.removeAttributes(["srcset", "sizes"]);
  component.addAttributes({
    src: picture.src,
    ...(picture.width && picture.height
      ? { width: String(picture.width), height: String(picture.height) }
      : {}),
  });
}

/** Pictures come through upload only: nothing is embedded, nothing is fetched from elsewhere. */
export function registerPictures(editor: Editor, upload: Upload, onProblem: (message: string) => void): void {
  const send = async (files: File[]): Promise<UploadedPicture[]> => {
    const pictures = files.filter((file) => file.type.startsWith("image/"));
    if (pictures.length === 0) return [];
    return upload(pictures).catch((error: unknown) => {
      onProblem(
        error instanceof Error && error.message ? error.message : "The picture was not taken. Try again.",
      );
      return [];
    });
  };
  const choose = (target: Component) => {
    const input = el("input", { type: "file", accept: kinds, hidden: true });
    input.addEventListener("change", async () => {
      const [picture] = await send(Array.from(input.files ?? []));
      if (picture) setPicture(target, picture);
      input.remove();
    });
    document.body.append(input);
    input.click();
  };
  const run = (options: { target?: Component }) => {
    const target = options.target ?? editor.getSelected();
    if (target?.is("image")) choose(target);
  };
  editor.Commands.add("foyer:choose-picture", (_editor, _sender, options = {}) => run(options));
  // GrapesJS runs this on a double click; its own command would open a window of its own.
  const onDoubleClick: string = "open-assets";
  editor.Commands.add(onDoubleClick, (_editor, _sender, options = {}) => run(options));
  editor.Assets.getConfig().uploadFile = async (event: DragEvent) => {
    const files = Array.from(event.dataTransfer?.files ?? []);
    for (const picture of await send(files)) {
      const [added] = editor.addComponents([{ type: "image", attributes: { alt: "" } }]);
      if (added) setPicture(added, picture);
    }
  };
}
