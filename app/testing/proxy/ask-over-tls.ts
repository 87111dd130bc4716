import { request } from "node:https";

export interface ProxyAnswer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
  /** Who the certificate is for and who signed it. */
  certificate: { names: string; issuer: string };
}

/** Over TLS with the host as its name. */
export function askOverTls(
  port: number,
  host: string,
  url: string,
  headers: Record<string, string> = {},
): Promise<ProxyAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: "127.0.0.1", port, servername: host, path: url, agent: false, timeout: 5000 },
        headers: { host, ...headers },
        // Its own authority is known to nobody.
        rejectUnauthorized: false,
      },
      (answer) => {
        let body = "";
        const socket = answer.socket as import("node:tls").TLSSocket;
        const { subjectaltname, issuer } = socket.getPeerCertificate();
        answer.setEncoding("utf8").on("data", (part: string) => {
          body += part;
        });
        answer.on("end", () =>
          resolve({
            ...{ status: answer.statusCode ?? 0, body, headers: answer.headers },
            certificate: { names: subjectaltname ?? "", issuer: String(issuer?.CN ?? "") },
          }),
        );
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
    sent.on("error", reject).end();
  });
}
