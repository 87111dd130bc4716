export const termsText = `These terms are between you and the operator of this Foyer instance. The operator can replace them by terms of its own; then those count.

What you get

Foyer lets you build pages, collect leads, write to them, and see what came of it. The operator runs the software with care, makes backups, and tells you when something goes wrong that touches your data.

What belongs to you

Your pages, your leads and your messages are yours. The operator uses them only to provide, secure, support and improve the service for you. They are never sold, never used to train models, and given to nobody but the listed processors, or where law demands it.

What you are responsible for

- You are at least 18 years old and may act for the organisation whose workspace you run.
- You keep your password to yourself and give each person an account of their own.
- You are the controller of the data of your leads: you decide what is collected, and why. The operator processes it on your instructions.
- You follow the acceptable use policy.

Leaving

You can export everything at any time: leads, pages, messages, consents, history. When you close a workspace it stays readable for sixty days and is then deleted, sooner when you ask for it. What remains is the list of people who must not be written to, as keyed hashes, so that their wish outlives your account. You get a certificate of the deletion.

Suspension

A breach of the acceptable use policy can suspend a workspace. You are told why, you can appeal, and you can export your data meanwhile.

Liability

The service is offered as it is. Nothing here limits liability where law does not allow it to be limited.

Changes

Changes are published here with their date. When they matter, you are asked to accept them before you go on, and earlier versions stay readable.
`;
