import { beforeAll, describe, expect, it } from "vitest";
import { dispatchEvents } from "~/domain/events/dispatch-events.server";
import { uploadDownload } from "~/domain/files/upload-download.server";
import { acceptSubmission } from "~/domain/leads/decide-submissions.server";
import { deleteLead } from "~/domain/leads/delete-leads.server";
import { getLeadHistory } from "~/domain/leads/get-lead.server";
import { listLeadFields } from "~/domain/leads/list-lead-fields.server";
import { openLeadFile } from "~/domain/leads/open-lead-file.server";
import { removeLostFiles } from "~/domain/leads/remove-lost-files.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";
import { reactions } from "../reactions.server";

const app = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
let site: TestSite;
let requests = 0;
const pdf = Buffer.from(`%PDF-1.7\n${"x".repeat(90_000)}\u0000`, "latin1");

type Parts = Record<string, string | { name: string; bytes: Buffer }>;

function multipart(parts: Parts): Buffer {
  const pieces = Object.entries(parts).flatMap(([field, value]) => {
    const isFile = typeof value !== "string";
    const file = isFile ? `; filename="${value.name}"\r\nContent-Type: application/pdf` : "";
    return [
      Buffer.from(`--xx\r\nContent-Disposition: form-data; name="${field}"${file}\r\n\r\n`),
      isFile ? value.bytes : Buffer.from(value),
      Buffer.from("\r\n"),
    ];
  });
  return Buffer.concat([...pieces, Buffer.from("--xx--\r\n")]);
}

interface PublishedForm {
  action: string;
  token: string;
}

async function publish(path: string, form: string): Promise<PublishedForm> {
  const { deps } = app();
  const html = `<h1>Work with us</h1>${form}`;
  const page = await createPage(deps, site.owner, { siteId: site.site.id, path, title: "Jobs", html });
  await publishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId: page.id });
  app().app.hostedPages.cache.forgetAll();
  const served = await app().app.inject({ url: path, headers: { host: `${site.site.slug}.localhost` } });
  return {
    action: /action="(\/f\/[^"]+)"/.exec(served.body)?.[1] ?? "",
    token: /name="_t" value="([^"]+)"/.exec(served.body)?.[1] ?? "",
  };
}

function post({ action, token }: PublishedForm, parts: Parts, headers: Record<string, string> = {}) {
  requests += 1;
  return app().app.inject({
    method: "POST",
    url: action,
    payload: multipart({ _t: token, ...parts }),
    headers: {
      host: `${site.site.slug}.localhost`,
      accept: "application/json",
      "content-type": "multipart/form-data; boundary=xx",
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "x-forwarded-for": `198.51.100.${requests}`,
      ...headers,
    },
  });
}

const filesOf = (submission: string) =>
  app()
    .deps.db.selectFrom("lead_files")
    .selectAll()
    .where("submission_id", "=", submission.replace(/^sub_/, ""))
    .execute();
const bytesOf = (id: string) => app().deps.files.get(`${site.workspaceId}/${id}/upload`);
const react = () => dispatchEvents(app().deps, reactions(app().deps));

beforeAll(async () => {
  site = await makeTestSite(app().deps);
});

describe("a form with a file field", () => {
  let jobs: PublishedForm;
  beforeAll(async () => {
    jobs = await publish(
      "/jobs",
      `<form><label>Name <input name="name" required></label><label>E-mail <input type="email" name="email" required></label>
<label>Years <input type="number" name="years" min="0"></label>
<label>Your papers <input type="file" name="papers" accept=".pdf" data-max-mb="1" multiple required></label><button>Send</button></form>`,
    );
  });
  const person = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org` });

  it("[leads.capture] keeps the file encrypted, for members who may read leads and for nobody else", async () => {
    const { deps } = app();
    const answer = await post(jobs, { ...person("Ada"), papers: { name: "C:\\Ada Žluť.pdf", bytes: pdf } });
    expect(answer.statusCode, answer.body).toBe(201);
    const [file] = await filesOf(answer.json().id);
    expect(file).toMatchObject({ name: "Ada Žluť.pdf", content_type: "application/pdf", size: pdf.length });
    const opened = await openLeadFile(deps, site.owner, {
      workspaceId: site.workspaceId,
      fileId: file?.id ?? "",
    });
    expect(opened.bytes.equals(pdf)).toBe(true);
    const stranger = { ...site.owner, workspaceId: deps.ids.next() };
    await expect(
      openLeadFile(deps, stranger, { workspaceId: site.workspaceId, fileId: file?.id ?? "" }),
    ).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|not_found/) });
    const lead = await getLeadHistory(deps, site.workspaceId, file?.lead_id ?? "");
    expect(lead.lead.fields.papers).toBe("Ada Žluť.pdf");
    expect(lead.files).toMatchObject([{ id: file?.id, field: "papers" }]);
  });

  it("keeps a file under a name that ends as what it is, so that nothing starts when it is opened", async () => {
    const notes = await publish(
      "/notes",
      '<form><label>E-mail <input type="email" name="email"></label><label>Notes <input type="file" name="papers" data-accept="text pdf"></label><button>Send</button></form>',
    );
    const keptAs = async (name: string, bytes: Buffer) => {
      const answer = await post(notes, { ...person("Gil"), papers: { name, bytes } });
      expect(answer.statusCode).toBe(201);
      const rows = await app()
        .deps.db.selectFrom("lead_files")
        .select("name")
        .orderBy("id", "desc")
        .execute();
      return rows[0]?.name;
    };
    const script = Buffer.from('@echo off\r\nstart "" https://evil.example\r\n');
    expect(await keptAs("prices.bat", script)).toBe("prices.bat.txt");
    expect(await keptAs("prices.txt.hta", script)).toBe("prices.txt.hta.txt");
    expect(await keptAs("prices.TXT", script)).toBe("prices.TXT");
    expect(await keptAs("cv.pdf.html", pdf)).toBe("cv.pdf.html.pdf");
    expect(await keptAs("cv", pdf)).toBe("cv.pdf");
  });

  it("refuses what is not what its name says, is too large or missing, and stores nothing of it", async () => {
    const wrong: [Parts, number][] = [
      [{ ...person("Bo"), papers: { name: "cv.pdf", bytes: Buffer.from("MZ\u0090 program") } }, 422],
      [{ ...person("Bo"), papers: { name: "cv.pdf", bytes: Buffer.alloc(1_100_000, "%PDF-") } }, 422],
      [person("Bo"), 422],
      [{ ...person("Bo"), papers: "cv.pdf" }, 422],
    ];
    for (const [parts, status] of wrong) {
      const answer = await post(jobs, parts);
      expect(answer.statusCode).toBe(status);
      expect(Object.keys(answer.json().errors)).toEqual(["papers"]);
    }
    const page = await post(jobs, person("Bo"), { accept: "text/html" });
    expect(page.body).toContain('enctype="multipart/form-data"');
    expect(page.body).toMatch(/<a href="#f3">Your papers: /);
    expect(page.body).toContain('value="bo@example.org"');
  });

  it("takes large bodies only where the form asks for files", async () => {
    const plain = await publish(
      "/plain",
      '<form><label>E-mail <input type="email" name="email"></label></form>',
    );
    const large = { email: "c@example.org", papers: { name: "a.pdf", bytes: pdf } };
    expect((await post(plain, large)).statusCode).toBe(413);
    expect((await post({ ...plain, action: "/f/nothing" }, large)).statusCode).toBe(413);
    const huge = await post(jobs, {
      ...person("Cy"),
      papers: { name: "a.pdf", bytes: Buffer.alloc(27_000_000) },
    });
    expect(huge.statusCode).toBe(413);
    expect(huge.json()).toMatchObject({ code: "body_too_large", max_bytes: 25 * 1024 * 1024 });
  });

  it("answers the same again with the first id and keeps one copy; another file is another submission", async () => {
    const send = (bytes: Buffer) => post(jobs, { ...person("Di"), papers: { name: "a.pdf", bytes } });
    const first = (await send(pdf)).json();
    expect((await send(pdf)).json()).toEqual(first);
    expect(await filesOf(first.id)).toHaveLength(1);
    const other = (await send(Buffer.concat([pdf, pdf]))).json();
    expect(other.id).not.toBe(first.id);
    expect(other.lead_id).toBe(first.lead_id);
  });

  it("[rights.erase] erases the files with the person", async () => {
    const { deps } = app();
    const answer = await post(jobs, { ...person("Ed"), papers: { name: "a.pdf", bytes: pdf } });
    const [file] = await filesOf(answer.json().id);
    expect(await bytesOf(file?.id ?? "")).toBeDefined();
    await deleteLead(deps, site.owner, { workspaceId: site.workspaceId, leadId: file?.lead_id ?? "" });
    await react();
    expect(await filesOf(answer.json().id)).toEqual([]);
    expect(await bytesOf(file?.id ?? "")).toBeUndefined();
  });

  it("removes files of submissions that are gone, and leaves the others", async () => {
    const { deps } = app();
    const answer = await post(jobs, {
      ...person("Fay"),
      papers: { name: "a.pdf", bytes: pdf },
      _website: "x",
    });
    const [file] = await filesOf(answer.json().id);
    expect(await removeLostFiles(deps)).toBe(0);
    await deps.db
      .deleteFrom("submissions")
      .where("id", "=", file?.submission_id ?? "")
      .execute();
    expect(await removeLostFiles(deps)).toBe(1);
    expect(await bytesOf(file?.id ?? "")).toBeUndefined();
    expect(await filesOf(answer.json().id)).toEqual([]);
  });

  it("moves the files of a doubtful submission to the person it turns out to be", async () => {
    const { deps } = app();
    const answer = await post(jobs, {
      ...person("Gil"),
      papers: { name: "a.pdf", bytes: pdf },
      _website: "x",
    });
    const submissionId = answer.json().id.replace(/^sub_/, "");
    const { leadId } = await acceptSubmission(deps, site.owner, {
      workspaceId: site.workspaceId,
      submissionId,
    });
    expect(await filesOf(answer.json().id)).toMatchObject([{ lead_id: leadId }]);
  });

  it("makes typed fields of what a form asks for", async () => {
    const fields = await listLeadFields(app().deps, site.workspaceId);
    expect(fields.map(({ name, type }) => [name, type])).toEqual([
      ["name", "text"],
      ["papers", "file"],
      ["years", "number"],
    ]);
  });
});

describe("[pages.download] a form that hands over a file", () => {
  let fileId = "";
  const guide = Buffer.from(`%PDF-1.4 ${"guide ".repeat(50)}`);
  const form = (by: string, more = "") =>
    `<form data-download="${fileId}" data-download-by="${by}" ${more}><label>E-mail <input type="email" name="email" required></label><button>Send it</button></form>`;
  const get = (url: string, headers: Record<string, string> = {}) =>
    app().app.inject({
      url: new URL(url, "http://localhost:3000").pathname,
      headers: { host: "localhost:3000", ...headers },
    });
  const mails = () =>
    app().deps.db.selectFrom("mail_messages").selectAll().where("kind", "=", "download").execute();

  beforeAll(async () => {
    const file = await uploadDownload(app().deps, site.owner, {
      workspaceId: site.workspaceId,
      name: "Guide “2026”.pdf",
      bytes: guide,
    });
    fileId = file.id;
  });

  it("offers it at once, without consent to anything, and shows on the lead that it was fetched", async () => {
    const { deps } = app();
    const published = await publish("/guide", form("page"));
    const answer = await post(published, { email: "hal@example.org" });
    const { download, lead_id: leadId } = answer.json();
    expect(download).toMatch(/\/d\/[\w-]+$/);
    const file = await get(download, { "user-agent": "Mozilla/5.0 Firefox/140.0" });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.equals(guide)).toBe(true);
    expect(file.headers["content-disposition"]).toContain(
      "filename*=UTF-8''Guide%20%E2%80%9C2026%E2%80%9D.pdf",
    );
    expect(file.headers["content-disposition"]).toMatch(/^attachment/);
    expect(file.headers["cache-control"]).toBe("no-store");
    const history = await getLeadHistory(deps, site.workspaceId, leadId.replace(/^lead_/, ""));
    expect(history.downloads).toMatchObject([{ fileId, machine: false }]);
    expect(history.consents).toEqual([]);
    await react();
    expect(await mails()).toEqual([]);
  });

  it("offers it without a script on the page after sending, and only with a link of its own", async () => {
    const published = await publish("/guide-plain", form("page", 'data-next-path="/on"'));
    const answer = await post(published, { email: "ida@example.org" }, { accept: "text/html" });
    expect(answer.statusCode).toBe(303);
    const at = { headers: { host: `${site.site.slug}.localhost` } };
    const thanks = await app().app.inject({ url: answer.headers.location as string, ...at });
    expect(thanks.body).toMatch(/<a href="[^"]+\/d\/[\w-]+" class="b">Download Guide/);
    expect(thanks.body, "what is not public is a closed door").toContain(
      '<a href="/guide-plain">Back to the page</a>',
    );
    for (const query of ["", "?d=x", "?d=", "?d[]=x"]) {
      const bare = await app().app.inject({ url: `${published.action}/thanks${query}`, ...at });
      expect(bare.body).not.toContain("/d/");
    }
    await publish("/on", form("page"));
    const led = await app().app.inject({ url: answer.headers.location as string, ...at });
    expect(led.body).toContain('<a href="/on">Continue</a>');
  });

  it("sends it by mail, once, as what was asked for and without advertising", async () => {
    const published = await publish("/guide-mail", form("mail"));
    const answer = await post(published, { email: "jo@example.org" });
    expect(answer.json()).not.toHaveProperty("download");
    expect(answer.json().message).toContain("We have sent the link");
    await react();
    await react();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to_address: "jo@example.org", state: "prepared" });
    const text = app().deps.keys.open(mail?.text ?? "", mail?.id ?? "");
    const link = /http\S+\/d\/[\w-]+/.exec(text)?.[0] ?? "";
    expect(
      (await get(link, { "user-agent": "Googlebot/2.1 (+http://www.google.com/bot.html)" })).statusCode,
    ).toBe(200);
    const history = await getLeadHistory(
      app().deps,
      site.workspaceId,
      answer.json().lead_id.replace(/^lead_/, ""),
    );
    expect(history.downloads).toMatchObject([{ machine: true }]);
    expect(text).not.toMatch(/unsubscribe/i);
  });

  it("sends nothing for a doubtful submission until a person accepts it", async () => {
    const { deps } = app();
    const published = await publish("/guide-held", form("both"));
    const before = (await mails()).length;
    const answer = await post(published, { email: "kit@example.org", _website: "x" });
    expect(answer.json().download).toBeDefined();
    await react();
    expect(await mails()).toHaveLength(before);
    const submissionId = answer.json().id.replace(/^sub_/, "");
    await acceptSubmission(deps, site.owner, { workspaceId: site.workspaceId, submissionId });
    await react();
    expect(await mails()).toHaveLength(before + 1);
  });

  it("ends with its time, with the person, with the file's workspace in good standing, and is nobody else's", async () => {
    const { deps } = app();
    const published = await publish("/guide-ends", form("page"));
    const { download, lead_id: leadId } = (await post(published, { email: "lu@example.org" })).json();
    for (const bad of [
      "/d/x",
      "/d/",
      `${download.slice(0, -2)}${download.endsWith("AA") ? "BA" : "AA"}`,
      "/d/../../etc/passwd",
    ])
      expect((await get(bad)).statusCode).toBe(404);
    const setStanding = (standing: string) =>
      deps.db.updateTable("workspaces").set({ standing }).where("id", "=", site.workspaceId).execute();
    await setStanding("suspended");
    expect((await get(download)).statusCode).toBe(451);
    await setStanding("good");
    expect((await get(download)).statusCode).toBe(200);
    await deleteLead(deps, site.owner, {
      workspaceId: site.workspaceId,
      leadId: leadId.replace(/^lead_/, ""),
    });
    expect((await get(download)).statusCode).toBe(404);
    await react();
    const left = await deps.db
      .selectFrom("lead_downloads")
      .select("id")
      .where("lead_id", "=", leadId.replace(/^lead_/, ""))
      .execute();
    expect(left).toEqual([]);
    const later = (await post(published, { email: "mo@example.org" })).json().download;
    deps.clock.advance(25 * 3_600_000);
    expect((await get(later)).statusCode).toBe(404);
  });

  it("takes no program as a file to hand over", async () => {
    for (const bytes of [
      Buffer.from("MZ\u0000\u0001"),
      Buffer.from("<html><script></script>"),
      Buffer.alloc(0),
    ]) {
      await expect(
        uploadDownload(app().deps, site.owner, { workspaceId: site.workspaceId, name: "x.pdf", bytes }),
      ).rejects.toMatchObject({ code: "download_unknown" });
    }
  });
});
