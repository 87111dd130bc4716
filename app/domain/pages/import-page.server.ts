import { decodeMarkup } from "~/lib/markup-encoding.server";
import type { Removal } from "~builder/document/document-error";
import { listForms } from "~builder/document/document-forms";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError, isDomainError } from "../domain-error";
import { drawPicture, widthOfDrawing } from "../files/draw-picture.server";
import { filePath, type StoredFile } from "../files/file";
import type { FileStore } from "../files/file-store.server";
import { isMoving } from "../files/read-image.server";
import { uploadFont } from "../files/upload-font.server";
import { uploadImage } from "../files/upload-image.server";
import { findSiteById } from "../sites/find-site.server";
import { actorWorkspace } from "./actor-workspace";
import { createPage } from "./create-page.server";
import { locateRemovals } from "./locate-removals";
import { openPackage } from "./open-package.server";
import { fileFinder } from "./package-references";
import type { Page } from "./page";
import { type ImportProgress, type ImportReport, packageLimits } from "./page-package";
import { rewritePackage } from "./rewrite-package";

export interface PageImport {
  workspaceId?: string;
  siteId: string;
  path: string;
  title?: string;
  /** Name of the file as it was chosen. */
  name: string;
  bytes: Buffer;
  onProgress?: (progress: ImportProgress) => void;
}

type ImportDeps = Deps & { files: FileStore };
const isPicture = (name: string) => /\.(?:png|jpe?g|webp|gif|avif|svg)$/i.test(name);
const isFont = (name: string) => /\.woff2?$/i.test(name);

const hasTitle = /<title[^>]*>\s*[^\s<]/i;
const titleFrom = (name: string): string =>
  name
    .replace(/\.\w{1,5}$/, "")
    .replace(/[\p{Cc}_-]+/gu, " ")
    .trim()
    .slice(0, 200) || "Imported page";

interface ShownPicture {
  address: string;
  width: number;
}

/** The middle size is what pages show; the renderer offers the others. */
function shownOf({ id, variants }: StoredFile): ShownPicture | undefined {
  const webp = variants.filter(({ format }) => format === "webp");
  const best = webp.findLast(({ width }) => width <= 960) ?? webp[0];
  return best && { address: filePath(id, best), width: best.width };
}

/** Files that the page or its styles name; what else lies in the ZIP is not kept. */
function namedFiles(texts: readonly string[], names: readonly string[]): string[] {
  const all = texts.join("\n").toLowerCase();
  return names.filter((name) => {
    const base = (name.split("/").at(-1) ?? "").toLowerCase();
    return all.includes(base) || all.includes(encodeURIComponent(base).toLowerCase());
  });
}

/**
 * An HTML file, or a ZIP with its pictures, styles and fonts, becomes a draft. Nothing of it is believed: files are told
 * by their bytes, the markup is cleaned, forms become ours, and what was left out is told with its place.
 */
export async function importPage(
  deps: ImportDeps,
  actor: Actor,
  input: PageImport,
): Promise<{ page: Page; report: ImportReport }> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  const tell = input.onProgress ?? (() => undefined);
  if (!(await findSiteById(deps, workspaceId, input.siteId))) {
    throw new DomainError("not_found", "site_not_found", "There is no such site.");
  }
  tell({ step: "reading", done: 0, of: 1 });
  const { path, html, files, otherPages } = await openPackage(input.name, input.bytes);
  tell({ step: "reading", done: 1, of: 1 });
  const removed: Removal[] = [];
  const report = (removal: Removal) => void removed.push(removal);

  const css = new Map(
    [...files].filter(([name]) => /\.css$/i.test(name)).map(([name, bytes]) => [name, decodeMarkup(bytes)]),
  );
  const named = namedFiles([html, ...css.values()], [...files.keys()]);
  const addresses = new Map<string, string>();
  const densities = new Map<string, number>();

  async function keep(
    step: "pictures" | "fonts",
    names: readonly string[],
    limit: number,
    store: (name: string, bytes: Buffer) => Promise<string | undefined>,
  ): Promise<number> {
    for (const name of names.slice(limit)) report({ what: name, why: `Only ${limit} ${step} are kept.` });
    let kept = 0;
    for (const [index, name] of names.slice(0, limit).entries()) {
      tell({ step, done: index, of: Math.min(limit, names.length) });
      try {
        const address = await store(name, files.get(name) ?? Buffer.alloc(0));
        if (address) addresses.set(name, address);
        kept += 1;
      } catch (error) {
        if (!isDomainError(error) || error.kind !== "invalid") throw error;
        report({ what: name, why: error.safeMessage });
      }
    }
    return kept;
  }

  const pictures = await keep(
    "pictures",
    named.filter(isPicture),
    packageLimits.pictures,
    async (name, bytes) => {
      const drawn = await drawPicture(deps, bytes);
      const kept = await uploadImage(deps, actor, { workspaceId, name, bytes: drawn });
      if (await isMoving(bytes))
        report({ what: name, why: "It moves: its first frame is kept. For motion, put in a film." });
      const shown = shownOf(kept);
      const own = drawn === bytes ? undefined : widthOfDrawing(kept);
      if (shown && own) densities.set(name, shown.width / own);
      return shown?.address;
    },
  );
  const fonts = await keep("fonts", named.filter(isFont), packageLimits.fonts, (name, bytes) =>
    uploadFont(deps, actor, { workspaceId, name, bytes }),
  );

  tell({ step: "page", done: 0, of: 1 });
  const written = rewritePackage(html, {
    path,
    find: fileFinder(files.keys(), path),
    readCss: (file) => css.get(file),
    ownAddress: (file) => addresses.get(file),
    density: (file) => densities.get(file),
    report,
    isAlone: files.size === 0,
  });
  const title = input.title || (hasTitle.test(html) ? "" : titleFrom(input.name));
  const { removed: cleaned, ...page } = await createPage(deps, actor, {
    workspaceId,
    siteId: input.siteId,
    path: input.path,
    ...(title ? { title } : {}),
    html: written.html,
    css: written.css,
  });
  for (const other of otherPages) {
    report({ what: other, why: "One import makes one page. Import it by itself for a page of its own." });
  }
  tell({ step: "page", done: 1, of: 1 });
  const all = new Map([[path, html], ...css]);
  const leftOut = [...locateRemovals(all, [...cleaned, ...removed])];
  return {
    page,
    report: {
      file: path,
      pictures,
      fonts,
      styleSheets: written.styleSheets,
      forms: listForms(page.document).length,
      leftOut: leftOut.filter(
        (one, index) =>
          leftOut.findIndex((other) => other.what === one.what && other.why === one.why) === index,
      ),
    },
  };
}
