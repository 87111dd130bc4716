import { describe, expect, it, test } from "vitest";
import { clientIp, isInRanges, isPublicIp, networkOf, parseAddressRanges, truncateIp } from "./ip-address";

describe("an IP address", () => {
  test.each([
    ["203.0.113.77", "203.0.113.0"],
    ["::ffff:203.0.113.77", "203.0.113.0"],
    ["2001:db8:1234:5678::1", "2001:db8:1234::"],
    ["[2001:db8:1234:5678::1]", "2001:db8:1234::"],
    ["fe80::1%eth0", "fe80::"],
  ])("%s is kept as %s", (address, kept) => {
    expect(truncateIp(address)).toBe(kept);
  });

  test.each(["", "203.0.113", "0x7f.1", "2130706433", "999.1.1.1", "host.example", "1.2.3.4, 5.6.7.8"])(
    "is not to be had from %j",
    (text) => {
      expect(truncateIp(text)).toBeUndefined();
    },
  );

  test.each([
    ["203.0.113.77", "203.0.113.77"],
    ["::ffff:203.0.113.77", "203.0.113.77"],
    ["2001:db8:1234:5678:9abc::1", "2001:db8:1234:5678::"],
    ["::1", "::"],
    ["rubbish", "rubbish"],
  ])("%s counts as one visitor with all of %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is looked for in a list of ranges", () => {
    const ranges = parseAddressRanges("10.0.0.0/8, ::1, 2001:db8::/32");
    expect(isInRanges("10.2.3.4", ranges)).toBe(true);
    expect(isInRanges("::ffff:10.2.3.4", ranges)).toBe(true);
    expect(isInRanges("2001:db8::7", ranges)).toBe(true);
    expect(isInRanges("192.0.2.1", ranges)).toBe(false);
    expect(isInRanges("rubbish", ranges)).toBe(false);
    expect(parseAddressRanges("")).toEqual([]);
    expect(() => parseAddressRanges("10.0.0.0/8, proxy")).toThrow("proxy is no address");
    expect(() => parseAddressRanges("10.0.0.0/99")).toThrow("10.0.0.0/99 is no address range");
  });
});

describe("the address of a visitor", () => {
  const trusted = parseAddressRanges("10.0.0.0/8");

  it("is the peer's when no proxy is trusted, whatever the header says", () => {
    expect(clientIp("198.51.100.1", "203.0.113.1", [])).toBe("198.51.100.1");
    expect(clientIp("198.51.100.1", "203.0.113.1", trusted)).toBe("198.51.100.1");
  });

  it("is the nearest that is no proxy of ours, so that a forged start of the list is not believed", () => {
    expect(clientIp("10.0.0.1", "1.2.3.4, 203.0.113.1, 10.0.0.2", trusted)).toBe("203.0.113.1");
  });

  it("falls back to the last sound one", () => {
    expect(clientIp("10.0.0.1", undefined, trusted)).toBe("10.0.0.1");
    expect(clientIp("10.0.0.1", "unknown, 10.0.0.3", trusted)).toBe("10.0.0.3");
  });
});

describe("an address that a customer's webhook names", () => {
  test.each(["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])("%s may be asked", (address) =>
    expect(isPublicIp(address)).toBe(true),
  );

  test.each([
    "127.0.0.1",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::7f00:1",
    "::a00:1",
    "0.0.0.0",
    "::",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "1::1",
    "4000::1",
    "2130706433",
    "0x7f.1",
    "localhost",
    "",
  ])("%s leads inside, or nowhere", (address) => expect(isPublicIp(address)).toBe(false));
});
