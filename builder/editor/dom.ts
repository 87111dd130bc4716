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
} as const;

export type Sign = keyof typeof signs;

const svgText = (sign: Sign): string =>
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
    drawing(svgText(sign)),
  );
  button.addEventListener("click", onClick);
  return button;
};

export function textButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = el("button", { type: "button", className: "fe-button" }, label);
  button.addEventListener("click", onClick);
  return button;
}
