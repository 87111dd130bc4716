import { expect, test } from "vitest";
import { causeOf } from "./mail-trouble";

test.each([
  ["connect ECONNREFUSED 127.0.0.1:2525", "nothing answers at its address"],
  ["getaddrinfo ENOTFOUND smtp.exmaple.org", "no machine has its name"],
  ["Greeting never received", "it does not answer in time"],
  ["Connection timeout", "it does not answer in time"],
  ["certificate has expired", "its certificate has expired"],
  ["Hostname/IP does not match certificate's altnames", "its certificate cannot be trusted"],
  [
    "Invalid login: 535 5.7.8 Error: authentication failed",
    "it refuses the user name, the password or the key",
  ],
  ["SendGrid answered 401 {}", "it refuses the user name, the password or the key"],
  ["The mail server closed the connection", "it ends the connection"],
])("%s reads: %s", (message, words) => {
  expect(causeOf(message)).toBe(words);
});
