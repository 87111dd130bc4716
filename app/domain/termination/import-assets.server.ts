import sharp from "sharp";
import { fileLimits } from "~builder/document/form-definition";
import type { Deps } from "../deps";
import { cleanCaptions } from "../files/clean-captions";
import { downloadContentType, downloadLimitBytes } from "../files/download-kind";
import { imageLimits } from "../files/file";
import type { FileStore } from "../files/file-store.server";
import { captionsLimitBytes, filmFormat, filmLimitBytes } from "../files/film";
import { keepFilm, readWholeFilm } from "../files/film-pieces.server";
import { fontFormat, fontLimitBytes } from "../files/font-kind";
import { uploadKind } from "../files/upload-kind";
import { findFileElsewhere } from "./import-queries.server";
import { type Archive, refuseArchive } from "./open-archive.server";

const assetShape = /^assets\/([0-9A-Z]{26})\/(\d{1,5}\.(webp|jpg|png|woff2?))$/;
const formatOf: Record<string, string> = { webp: "webp", jpg: "jpeg", png: "png" };

/** A picture is what its name says and can be decoded; anything else stops the import. */
async function requirePicture(name: string, extension: string, bytes: Buffer): Promise<void> {
  if (extension.startsWith("woff")) {
    if (fontFormat(bytes) === extension && bytes.length <= fontLimitBytes) return;
    throw refuseArchive("archive_font", `${name} is not the font it says it is.`);
  }
  const meta = await sharp(bytes, { limitInputPixels: imageLimits.pixels })
    .metadata()
    .catch(() => undefined);
  if (meta?.format !== formatOf[extension]) {
    throw refuseArchive("archive_picture", `${name} is not the picture it says it is.`);
  }
}

const wholeShape = /^(upload|download)s\/([0-9A-Z]{26})$/;

/** A file is of a kind that is taken from people; its name was checked with its row. */
function requireKnownFile(name: string, kind: string, bytes: Buffer): void {
  const limit = kind === "upload" ? fileLimits.bytes : downloadLimitBytes;
  const known = kind === "upload" ? uploadKind(bytes, "") : downloadContentType(bytes, "");
  if (!known || bytes.length > limit) {
    throw refuseArchive("archive_file", `${name} is of a kind that is not taken.`);
  }
}

/** Puts files of people and files of forms back; the number of them. */
async function importWhole(
  deps: { files: FileStore },
  archive: Archive,
  workspaceId: string,
): Promise<number> {
  let count = 0;
  for (const name of Object.keys(archive.manifest.files)) {
    const [, kind = "", fileId = ""] = wholeShape.exec(name) ?? [];
    if (!fileId) continue;
    const bytes = await archive.bytes(name, downloadLimitBytes);
    requireKnownFile(name, kind, bytes);
    await deps.files.put(`${workspaceId}/${fileId}/${kind}`, bytes);
    count += 1;
  }
  return count;
}

const filmShape = /^films\/([0-9A-Z]{26})$/;

function isFilm(bytes: Buffer): boolean {
  if (filmFormat(bytes)) return bytes.length <= filmLimitBytes;
  const words = bytes.length > captionsLimitBytes ? "" : bytes.toString("utf8");
  return cleanCaptions(words) === words;
}

/** Puts films and captions back; the number of them. */
async function importFilms(
  deps: Pick<Deps, "db"> & { files: FileStore },
  archive: Archive,
  workspaceId: string,
): Promise<number> {
  let count = 0;
  for (const name of Object.keys(archive.manifest.files)) {
    const [, id = ""] = filmShape.exec(name) ?? [];
    if (!id) continue;
    const bytes = await archive.bytes(name, filmLimitBytes);
    if (!isFilm(bytes)) throw refuseArchive("archive_film", `${name} is neither a film nor captions.`);
    const elsewhere = await findFileElsewhere(deps.db, workspaceId, id);
    const known = elsewhere ? await readWholeFilm(deps, elsewhere, { id, size: bytes.length }) : bytes;
    if (!known?.equals(bytes)) {
      throw refuseArchive("archive_film", `${name} has the id of another film on this instance.`);
    }
    await keepFilm(deps, workspaceId, id, bytes);
    count += 1;
  }
  return count;
}

/** Puts the pictures and files of an archive into the store; the number of them. */
export async function importAssets(
  deps: Pick<Deps, "db"> & { files: FileStore },
  archive: Archive,
  workspaceId: string,
): Promise<number> {
  let count = 0;
  for (const name of Object.keys(archive.manifest.files)) {
    const [, fileId = "", rendition = "", extension = ""] = assetShape.exec(name) ?? [];
    if (!fileId) continue;
    const bytes = await archive.bytes(name, imageLimits.bytes * 4);
    await requirePicture(name, extension, bytes);
    // Pictures are found by their id on hosts that name no workspace: an import never puts another one in its place.
    const elsewhere = await findFileElsewhere(deps.db, workspaceId, fileId);
    const known = elsewhere ? await deps.files.get(`${elsewhere}/${fileId}/${rendition}`) : bytes;
    if (!known?.equals(bytes)) {
      throw refuseArchive("archive_picture", `${name} has the id of another picture on this instance.`);
    }
    await deps.files.put(`${workspaceId}/${fileId}/${rendition}`, bytes);
    count += 1;
  }
  const films = await importFilms(deps, archive, workspaceId);
  return count + films + (await importWhole(deps, archive, workspaceId));
}
