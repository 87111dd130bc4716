import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestDeps, useTestInstance } from "~/testing/db/test-deps";
import { deleteUnusedFiles } from "./delete-unused-files.server";
import { filePath, mentionedFileIds, parseFilePath } from "./file";
import { type FileStore, openFileStore } from "./file-store.server";
import { findImage } from "./find-image.server";
import { findFiles } from "./list-images.server";
import { noteFileUses } from "./note-file-uses.server";
import { uploadImage } from "./upload-image.server";

const instance = useTestInstance();
const workspaceId = "01J00000000000000000000001";
const other = "01J00000000000000000000002";
const actor = { kind: "system", reason: "test" } as const;
let deps: TestDeps & { files: FileStore };

beforeAll(() => {
  const { deps: base, folder } = instance();
  deps = { ...base, files: openFileStore({ folder: path.join(folder, "files"), keys: base.keys }) };
});

const picture = (width: number, height: number, format: "jpeg" | "png" | "gif" = "jpeg") =>
  sharp({ create: { width, height, channels: 3, background: "#2a6f6b" } })
    .withExif({ IFD0: { Artist: "Jane Secret" } })
    .toFormat(format)
    .toBuffer();
const upload = (bytes: Buffer, name = "photo.jpg") => uploadImage(deps, actor, { workspaceId, name, bytes });

describe("an uploaded picture", () => {
  it("is kept in sizes, without metadata, encrypted on the disk", async () => {
    const file = await upload(await picture(2000, 1000));
    expect(file.variants.map(({ width, height, format }) => `${width}x${height} ${format}`)).toEqual([
      "480x240 webp",
      "960x480 webp",
      "1600x800 webp",
      "1600x800 jpg",
    ]);
    const found = await findImage(deps, workspaceId, { fileId: file.id, width: 1600, format: "jpg" });
    expect(found?.contentType).toBe("image/jpeg");
    const meta = await sharp(found?.bytes).metadata();
    expect([meta.width, meta.exif]).toEqual([1600, undefined]);
    const onDisk = path.join(instance().folder, "files", workspaceId, file.id, "1600.jpg");
    expect(readFileSync(onDisk).includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    expect(statSync(onDisk).mode & 0o077).toBe(0);
  });

  it("is read again from the disk by another process", async () => {
    const file = await upload(await picture(300, 200));
    const fresh = openFileStore({ folder: path.join(instance().folder, "files"), keys: deps.keys });
    const bytes = await fresh.get(`${workspaceId}/${file.id}/300.webp`);
    expect((await sharp(bytes).metadata()).format).toBe("webp");
  });

  it("is the same file when the same bytes come again, and belongs to one workspace only", async () => {
    const bytes = await picture(640, 480, "png");
    const file = await upload(bytes);
    expect((await upload(bytes, "again.png")).id).toBe(file.id);
    expect(await findFiles(deps, other, [file.id])).toEqual([]);
    expect(await findImage(deps, other, { fileId: file.id, width: 480, format: "webp" })).toBeUndefined();
  });

  it("is refused when it is no picture, damaged, a program or a bomb", async () => {
    const code = (bytes: Buffer, name?: string) =>
      upload(bytes, name).then(
        () => "taken",
        (error) => error.code as string,
      );
    expect(await code(Buffer.from("<html><script>alert(1)</script>"), "photo.jpg")).toBe("image_unknown");
    expect(await code(Buffer.alloc(0))).toBe("image_unknown");
    expect(await code(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'))).toBe("image_svg");
    const whole = await sharp({ create: { width: 600, height: 600, channels: 3, background: "#123" } })
      .jpeg()
      .toBuffer();
    expect(await code(whole.subarray(0, whole.length / 2))).toBe("image_broken");
    expect(await code(Buffer.concat([whole, Buffer.alloc(11 * 1024 * 1024)]))).toBe("image_too_large");
    const bomb = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await code(bomb)).toBe("image_too_many_pixels");
  });

  it("is deleted after 30 days unless something mentions it", async () => {
    const used = await upload(await picture(500, 100));
    const unused = await upload(await picture(500, 101));
    const mention = `{"src":"${filePath(used.id, { width: 480, format: "webp" })}"}`;
    await noteFileUses(deps.db, workspaceId, { kind: "page", id: deps.ids.next() }, mention);
    expect(await deleteUnusedFiles(deps)).toBe(0);
    deps.clock.advance(31 * 24 * 3_600_000);
    expect(await deleteUnusedFiles(deps)).toBeGreaterThan(0);
    expect((await findFiles(deps, workspaceId, [used.id, unused.id])).map(({ id }) => id)).toEqual([used.id]);
    expect(await deps.files.get(`${workspaceId}/${unused.id}/480.webp`)).toBeUndefined();
  });
});

describe("the address of a picture", () => {
  it("is found in texts and nothing else is", () => {
    const id = "01J0000000000000000000000A";
    expect(mentionedFileIds(`x /_files/${id}/480.webp /_files/${id}/960.webp /_files/../x`)).toEqual([id]);
    expect(parseFilePath(`/_files/${id}/480.webp`)).toEqual({ fileId: id, width: 480, format: "webp" });
    for (const path of ["/_files/x/480.webp", `/_files/${id}/480.svg`, `/_files/${id}/../480.webp`]) {
      expect(parseFilePath(path)).toBeUndefined();
    }
  });

  it("cannot lead out of the file store", async () => {
    for (const key of ["../../etc/passwd", `${workspaceId}/../x`, `${workspaceId}/${other}/a..b`]) {
      await expect(deps.files.get(key)).rejects.toThrow("Not a key");
    }
  });
});
