export const privacyText = `This page says what this Foyer instance itself does with personal data: that of account holders and of visitors of the product. For data that a page of a customer collects, that customer is the controller, and its notice stands at the form.

What is kept of account holders

- Name, e-mail address and a hash of the password, to sign you in. They are kept while the account exists.
- Sessions: when and from which shortened address you signed in, kept until they end, to protect the account.
- Which policy version you accepted, and when, kept as proof.
- An audit record of what was changed by whom, kept to protect everybody in the workspace.

What is kept of visitors

Public pages of the platform set no cookie and run no tracker. Requests are counted without addresses.

What is kept of people who receive mail

Who unsubscribes is kept as a keyed hash of the address, for ever, so that the wish is respected also after everything else is deleted. The hash cannot be turned back into an address.

Where the data is

On the machines of the operator of this instance. Nothing is sent anywhere else unless the operator configured it, such as a mail relay. Nothing is sold. Nothing is given to advertising networks. Nothing is used to train models.

Your rights

You can ask what is held about you, get a copy, have it corrected or deleted, restrict or object to its use, and take it with you. Use the page named Your data: no account is needed, and an answer comes within 30 days. You can also complain to the data protection authority where you live.

Cookies

One cookie, for your session when you sign in. It is needed, holds nothing but a random number, and is read by nobody else.
`;
