import type { Editor } from "grapesjs";
import { liftTheme, type PageTheme, themeProperties } from "../document/page-theme";
import type { ProjectStyle } from "../document/project";

const ruleOf = (editor: Editor) =>
  editor.Css.getAll().models.find((rule) => rule.get("selectorsAdd") === ":root" && !rule.get("mediaText"));

type Properties = Record<string, string>;

const propertiesOf = (editor: Editor): Properties | undefined =>
  ruleOf(editor)?.getStyle() as Properties | undefined;

/** The look of the page, read from the rule in which the editor keeps it; none where a page brings its own styles. */
export function themeOf(editor: Editor): PageTheme | undefined {
  const style = propertiesOf(editor);
  const rule = { selectors: [], selectorsAdd: ":root", style: { ...style } } as ProjectStyle;
  return style && liftTheme([rule], undefined).theme;
}

/** Changes the look as one step that can be taken back. */
export function setTheme(editor: Editor, theme: PageTheme): void {
  tryTheme(editor, undefined);
  ruleOf(editor)?.setStyle({ ...propertiesOf(editor), ...themeProperties(theme) });
  editor.trigger("foyer:theme");
}

/** Shows a look on the canvas only, while a slider moves; undefined shows the stored one again. */
export function tryTheme(editor: Editor, theme: PageTheme | undefined): void {
  const root = editor.Canvas.getDocument()?.documentElement;
  if (!root) return;
  const wanted = theme ? themeProperties(theme) : {};
  for (const name of Array.from(root.style)) if (name.startsWith("--")) root.style.removeProperty(name);
  for (const [name, value] of Object.entries(wanted)) root.style.setProperty(name, value);
}
