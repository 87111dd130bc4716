import type { Component, Editor } from "grapesjs";
import { attribute, hasFlag, setAttribute, setFlag } from "./component-parts";
import { el, textButton } from "./dom";
import { type Download, formServicesOf } from "./form-services";
import type { Setting } from "./setting";

const nextMarks = ["data-next-message", "data-next-path", "data-next-url"] as const;

const nextKind = (form: Component): string =>
  hasFlag(form, "data-next-url") ? "url" : hasFlag(form, "data-next-path") ? "path" : "message";

function nextSettings(form: Component, editor: Editor): Setting[] {
  const kind = nextKind(form);
  const pages = formServicesOf(editor)?.pages ?? [];
  const path = attribute(form, "data-next-path");
  const known = pages.some((page) => page.path === path);
  const detail: Record<string, Setting> = {
    message: {
      kind: "long",
      label: "What it says in place of the form",
      hint: "Empty: thanks in the language of the page.",
      get: () => attribute(form, "data-next-message"),
      set: (value) => setAttribute(form, "data-next-message", value.trim()),
    },
    path: {
      kind: "choice",
      label: "Which page",
      options: [
        ["/", pages.length === 0 ? "Start page" : "Choose a page"],
        ...pages
          .filter((page) => page.path !== "/")
          .map(({ path: to, title }): [string, string] => [to, `${title} (${to})`]),
        ...(path && path !== "/" && !known ? [[path, path] as [string, string]] : []),
      ],
      get: () => path || "/",
      set: (value) => setAttribute(form, "data-next-path", value),
    },
    url: {
      kind: "url",
      label: "Address",
      hint: "On another site, such as https://example.org/thanks",
      redraws: true,
      get: () => attribute(form, "data-next-url") || "https://",
      set: (value) => {
        const text = value.trim().replace(/^(?:http:)?\/*/i, "");
        form.addAttributes({ "data-next-url": /^https:/i.test(text) ? text : `https://${text}` });
      },
    },
  };
  return [
    {
      kind: "choice",
      label: "After sending",
      redraws: true,
      options: [
        ["message", "Show a message in its place"],
        ["path", "Go to a page of this site"],
        ["url", "Go to another address"],
      ],
      get: () => kind,
      set: (value) => {
        form.removeAttributes(nextMarks.filter((mark) => mark !== "data-next-message"));
        if (value === "path") form.addAttributes({ "data-next-path": pages[0]?.path ?? "/" });
        if (value === "url") form.addAttributes({ "data-next-url": "https://" });
      },
    },
    ...(detail[kind] ? [detail[kind]] : []),
  ];
}

const handedOver: [string, string][] = [
  ["page", "At once, on the next page"],
  ["mail", "By mail, to the address they gave"],
  ["both", "Both"],
];

/** How the visitor gets the file; nothing to choose while there is none. */
function handingOver(form: Component) {
  const select = el(
    "select",
    { id: "fe-download-by" },
    ...handedOver.map(([value, label]) => el("option", { value }, label)),
  );
  select.value = attribute(form, "data-download-by") || "page";
  select.addEventListener("change", () => setAttribute(form, "data-download-by", select.value));
  const element = el(
    "div",
    { className: "fe-row" },
    el("label", { htmlFor: select.id }, "The visitor gets the file"),
    select,
  );
  const refresh = () => {
    element.hidden = attribute(form, "data-download") === "";
  };
  refresh();
  return { element, refresh };
}

/** Chooses or uploads the file that the form hands over. */
function downloadPart(form: Component, editor: Editor): HTMLElement {
  const services = formServicesOf(editor);
  const select = el(
    "select",
    { aria: { label: "File to hand over" } },
    el("option", { value: "" }, "No file"),
  );
  const told = el("p", { className: "fe-hint", role: "status" });
  const chosen = attribute(form, "data-download");
  const how = handingOver(form);
  const offer = ({ id, name }: Download) => {
    if (!Array.from(select.options).some((option) => option.value === id))
      select.append(el("option", { value: id }, name));
  };
  if (chosen) offer({ id: chosen, name: "The chosen file" });
  select.value = chosen;
  void services
    ?.downloads()
    .then((files) => {
      for (const file of files) {
        const there = Array.from(select.options).find((option) => option.value === file.id);
        if (there) there.textContent = file.name;
        else offer(file);
      }
      select.value = attribute(form, "data-download");
    })
    .catch(() => {
      told.textContent = "The files could not be listed. Close this panel and open it again.";
    });
  const set = (id: string) => {
    setAttribute(form, "data-download", id);
    if (id && !hasFlag(form, "data-download-by")) setAttribute(form, "data-download-by", "page");
    how.refresh();
  };
  select.addEventListener("change", () => set(select.value));
  const upload = textButton("Upload a file", () => {
    const input = el("input", { type: "file", hidden: true });
    input.addEventListener("change", async () => {
      const [file] = Array.from(input.files ?? []);
      input.remove();
      if (!file || !services) return;
      told.textContent = `Uploading ${file.name}.`;
      try {
        const kept = await services.uploadDownload(file);
        offer(kept);
        select.value = kept.id;
        set(kept.id);
        told.textContent = `${kept.name} is handed over after sending.`;
      } catch (error) {
        told.textContent = error instanceof Error ? error.message : "The file was not taken. Try again.";
      }
    });
    document.body.append(input);
    input.click();
  });
  return el(
    "div",
    { className: "fe-download" },
    el("span", { className: "fe-part-label" }, "File to hand over"),
    select,
    upload,
    told,
    how.element,
  );
}

function downloadSettings(form: Component, editor: Editor): Setting[] {
  if (!formServicesOf(editor)) return [];
  return [{ kind: "part", label: "File to hand over", render: () => downloadPart(form, editor) }];
}

export const afterSendingSettings = (form: Component, editor: Editor): Setting[] => [
  ...nextSettings(form, editor),
  ...downloadSettings(form, editor),
  {
    kind: "tick",
    label: "Offer to remember what was typed",
    hint: "Only in the visitor’s own browser, and only when they tick the box.",
    get: () => hasFlag(form, "data-remember"),
    set: (on) => setFlag(form, "data-remember", on),
  },
];
