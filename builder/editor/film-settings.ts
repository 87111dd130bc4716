import type { Component, Editor } from "grapesjs";
import { attribute, childrenOf, hasFlag, setAttribute, setFlag, tagOf } from "./component-parts";
import { el, textButton } from "./dom";
import { formServicesOf } from "./form-services";
import type { Setting, SettingsPanel } from "./setting";

const trackOf = (film: Component): Component | undefined =>
  childrenOf(film).find((child) => tagOf(child) === "track");

function setCaptions(film: Component, src: string, language: string): void {
  trackOf(film)?.remove();
  const label = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  const attributes = { kind: "captions", src, srclang: language, label, default: true };
  film.append({ tagName: "track", attributes });
}

interface Choice {
  label: string;
  accept: string;
  done: string;
  take(file: File): Promise<void>;
}

/** A button that takes one file, and says what became of it. */
function uploadPart({ label, accept, done, take }: Choice): HTMLElement {
  const told = el("p", { className: "fe-hint", role: "status" });
  const input = el("input", { type: "file", accept, hidden: true });
  const button = textButton(label, () => input.click());
  input.addEventListener("change", async () => {
    const [file] = Array.from(input.files ?? []);
    if (!file) return;
    input.value = "";
    button.disabled = true;
    told.textContent = `Uploading ${file.name}.`;
    try {
      await take(file);
      told.textContent = done;
    } catch (error) {
      told.textContent = error instanceof Error ? error.message : "The file was not taken. Try again.";
    }
    button.disabled = false;
  });
  return el("div", { className: "fe-row" }, button, input, told);
}

function choices(film: Component, editor: Editor): Choice[] {
  const services = formServicesOf(editor);
  const language = editor.Canvas.getDocument()?.documentElement.lang || "en";
  const upload = async (file: File, wanted: "film" | "captions"): Promise<string> => {
    if (!services) throw new Error("Files cannot be uploaded here.");
    const { src, kind } = await services.uploadFilm(file);
    if (kind !== wanted)
      throw new Error(wanted === "film" ? "This file holds captions, no film." : "This file is a film.");
    return src;
  };
  return [
    {
      label: hasFlag(film, "src") ? "Upload another film" : "Upload a film (MP4 or WebM)",
      accept: "video/mp4,video/webm",
      done: "The film is on the page. It plays when somebody presses it.",
      take: async (file) => setAttribute(film, "src", await upload(file, "film")),
    },
    {
      label: hasFlag(film, "poster") ? "Upload another still picture" : "Upload a still picture",
      accept: "image/png,image/jpeg,image/webp,image/avif",
      done: "The picture is shown until the film plays, and nothing of the film is loaded before.",
      async take(file) {
        if (!services) throw new Error("Files cannot be uploaded here.");
        setAttribute(film, "poster", await services.uploadPicture(file));
        setAttribute(film, "preload", "none");
      },
    },
    {
      label: trackOf(film) ? "Upload other captions" : "Upload captions (.vtt)",
      accept: ".vtt,text/vtt",
      done: "The captions are shown, for those who cannot hear the film. Visitors can switch them off.",
      take: async (file) => setCaptions(film, await upload(file, "captions"), language),
    },
  ];
}

const ticks = (film: Component): Setting[] => [
  {
    kind: "tick",
    label: "Starts by itself, without sound",
    get: () => hasFlag(film, "autoplay") && hasFlag(film, "muted"),
    set(on) {
      setFlag(film, "autoplay", on);
      setFlag(film, "muted", on);
    },
  },
  {
    kind: "tick",
    label: "Begins again at its end",
    get: () => hasFlag(film, "loop"),
    set: (on) => setFlag(film, "loop", on),
  },
];

/** Films of one's own: from the page's host, with nobody else told of the visit. */
export const filmPanels: readonly SettingsPanel[] = [
  {
    id: "film",
    title: "Film of your own",
    applies: (component) => tagOf(component) === "video",
    settings: (film, editor) => [
      ...choices(film, editor).map(
        (choice): Setting => ({ kind: "part", label: choice.label, render: () => uploadPart(choice) }),
      ),
      {
        kind: "text",
        label: "What the film shows",
        hint: "Read out to those who do not see it.",
        get: () => attribute(film, "aria-label"),
        set: (value) => setAttribute(film, "aria-label", value.trim()),
      },
      ...ticks(film),
    ],
  },
];
