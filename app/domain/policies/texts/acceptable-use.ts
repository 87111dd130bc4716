export const acceptableUseText = `These are the rules for everybody who uses Foyer, the operator of this instance included. They are short, and they are enforced by the software.

Write only to people who may be written to

- Every address you write to needs a recorded basis: a consent with its wording and time, or a legitimate interest that you state in writing.
- Bought, rented, scraped or guessed addresses may not be imported.
- Every message names its real sender, carries the sender's postal address and a way to unsubscribe by one click. Foyer refuses messages without them.
- Who unsubscribes, complains or withdraws consent is not written to again, through no list, import or detour.
- Subjects and sender names say the truth. No pretended replies, no pretended forwards.

Do not collect what does not belong in a lead form

- No racial or ethnic origin, political opinions, religious or philosophical beliefs, union membership, genetic or biometric data, health, sex life or sexual orientation.
- No card numbers, bank accounts, passwords, government identity numbers, employment records or financial records.
- No data of children. The age limit of a workspace is at least 13 years, and a consent given below 15 does not count. Account holders are at least 18.

Say who you are and why you ask

- Every form shows your privacy notice: who holds the data, why, for how long, and which rights people have. A form without one cannot be published.
- Trackers that are not needed wait for consent. Saying no is as easy as saying yes, and it is respected.
- Data is used only for the purposes that were named when it was collected.

Do not harm anybody

- No phishing, no imitation of other people or brands, no sign-in pages of others, no malware.
- No illegal goods or services, no fraud, no hate, no threats, no sexual exploitation, and nothing that violates the rights of others.
- No attempt to break, overload, probe or get around the instance, its limits or other customers' data.

How the rules are enforced

Pages are checked when they are published, messages when they are sent, and behaviour all the time: bounces, complaints and sudden changes. Each finding names the rule, the evidence and what to do about it.

A serious breach suspends a workspace at once: its pages, forms and links close and nothing more is sent. You are told the rule and the reason. You can appeal, and a person decides. Your data stays exportable while you are suspended, except what is itself unlawful.

Opting out keeps working for people in every state of a workspace, also after it is gone.

Anybody can report abuse on the page named Report abuse. Reports are read by a person.

When these rules change in a way that matters, you are asked to accept the new version before you go on. All earlier versions stay readable.
`;
