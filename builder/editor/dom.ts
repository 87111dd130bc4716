type Child = Node | string | undefined | false;

type Props<Tag extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Tag], "style" | "children" | "dataset">
> & { role?: string; aria?: Record<string, string>; data?: Record<string, string> };

/** Makes an element with properties, aria- and data- attributes and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { aria, data, role, ...props }: Props<Tag> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  Object.assign(element, props);
  if (role) element.setAttribute("role", role);
  for (const [name, value] of Object.entries(aria ?? {})) element.setAttribute(`aria-${name}`, value);
  for (const [name, value] of Object.entries(data ?? {})) element.dataset[name] = value;
  element.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
  return element;
}

const signs = {
  up: "M12 19V5M6 11l6-6 6 6",
  down: "M12 5v14M6 13l6 6 6-6",
  parent: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 6 6v5",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  remove: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  close: "M6 6l12 12M18 6L6 18",
  rename: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  hidden:
    "M4 4l16 16M10 6.3A9 9 0 0 1 12 6c5 0 8.500 4 9.500 6a14 14 0 0 1-2.500 3.400M6.500 8A14 14 0 0 0 2.500 12c1 2 4.500 6 9.500 6a9 9 0 0 0 4-.900M10 10.300a2.500 2.500 0 0 0 3.600 3.500",
  shown:
    "M2.500 12c1-2 4.500-6 9.500-6s8.500 4 9.500 6c-1 2-4.500 6-9.500 6s-8.500-4-9.500-6zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z",
  grip: "M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01",
  keep: "M6 4h12v16l-6-4-6 4z",
  sections: "M4 4h16v6H4zM4 14h7v6H4zM15 14h5M15 17h5M15 20h5",
  outline: "M4 6h16M8 12h12M8 18h12M4 12h.01M4 18h.01",
  selected: "M5 4l14 7-6 2-2 6z",
  look: "M12 3a9 9 0 1 0 0 18c1.500 0 2-1 1.500-2-.700-1.400.300-3 2-3H18a3 3 0 0 0 3-3c0-5.500-4-10-9-10zM7.500 11h.01M10 7.500h.01M14.500 7.500h.01",
  checks: "M4 6l1.500 1.500L8 5M4 13l1.500 1.500L8 12M4 20l1.500 1.500L8 19M12 6h8M12 13h8M12 20h8",
} as const;

export type Sign = keyof typeof signs;

export const signSvg = (sign: Sign): string =>
  `<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${signs[sign]}"/></svg>`;

/** Drawings are constants of ours, never text of people. */
export function drawing(svg: string): HTMLElement {
  const holder = el("span", { className: "fe-drawing", aria: { hidden: "true" } });
  holder.innerHTML = svg;
  return holder;
}

export const iconButton = (sign: Sign, label: string, onClick: () => void): HTMLButtonElement => {
  const button = el(
    "button",
    { type: "button", className: "fe-icon", title: label, aria: { label } },
    drawing(signSvg(sign)),
  );
  button.addEventListener("click", onClick);
  return button;
};

export function textButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = el("button", { type: "button", className: "fe-button" }, label);
  button.addEventListener("click", onClick);
  return button;
}
