/** Rules of the acceptable use policy that a person may name when suspending; findings name finer ones. */
export const suspensionRules: Record<string, string> = {
  unsolicited_mail: "Mail to people without a recorded basis",
  sensitive_data: "Collecting sensitive data",
  children: "Collecting data of children",
  deception: "Phishing, impersonation or misleading content",
  malware: "Malware or attacks on other systems",
  illegal_content: "Illegal content",
  complaints: "Too many complaints or bounces",
  abuse_report: "A well-founded report of abuse",
};
