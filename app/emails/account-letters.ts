import { type LetterView, writeLetter } from "./letter";

const foot = "Foyer sends this because of something that was done with your address. It is not advertising.";

export const confirmEmailLetter = (input: { url: string; name: string }): LetterView =>
  writeLetter({
    subject: "Confirm your address",
    heading: input.name ? `Welcome, ${input.name}` : "Welcome",
    paragraphs: [
      "Somebody, we hope you, made a Foyer account with this address. Confirm it to begin. You will be asked for the password you chose.",
    ],
    button: { label: "Confirm this address", url: input.url },
    after: [
      "The link works for two days. If you did not make an account, do nothing: without your confirmation it cannot be used.",
    ],
    foot,
  });

export const alreadyRegisteredLetter = (input: { signInUrl: string; resetUrl: string }): LetterView =>
  writeLetter({
    subject: "You already have an account",
    heading: "You already have an account",
    paragraphs: [
      "Somebody tried to make a Foyer account with this address. There is one already, so nothing was changed.",
      `If you forgot your password, you can set a new one: ${input.resetUrl}`,
    ],
    button: { label: "Sign in", url: input.signInUrl },
    after: ["If that was not you, you need do nothing."],
    foot,
  });

export const alreadyConfirmedLetter = (input: { signInUrl: string; resetUrl: string }): LetterView =>
  writeLetter({
    subject: "Your address is confirmed already",
    heading: "Your address is confirmed already",
    paragraphs: [
      "Somebody, we hope you, asked for a new link to confirm this address. It is confirmed already: just sign in.",
      `If you forgot your password, you can set a new one: ${input.resetUrl}`,
    ],
    button: { label: "Sign in", url: input.signInUrl },
    after: ["If that was not you, you need do nothing."],
    foot,
  });

export const resetPasswordLetter = (input: { url: string }): LetterView =>
  writeLetter({
    subject: "Set a new password",
    heading: "Set a new password",
    paragraphs: ["Somebody, we hope you, asked to set a new password for the Foyer account of this address."],
    button: { label: "Set a new password", url: input.url },
    after: [
      "The link works once, for one hour. If you did not ask for it, do nothing: your password stays as it is.",
    ],
    foot,
  });

export const passwordChangedLetter = (input: { resetUrl: string }): LetterView =>
  writeLetter({
    subject: "Your password was changed",
    heading: "Your password was changed",
    paragraphs: [
      "The password of your Foyer account was just changed, and you were signed out everywhere else.",
      `If that was not you, set a new password at once: ${input.resetUrl}`,
    ],
    foot,
  });

export const signInAddedLetter = (input: {
  name: string;
  provider: string;
  accountUrl: string;
}): LetterView =>
  writeLetter({
    subject: `You can now sign in with ${input.provider}`,
    heading: `You can now sign in with ${input.provider}`,
    paragraphs: [
      `${input.name ? `${input.name}, y` : "Y"}our Foyer account was just connected with ${input.provider}. Your password, if you have one, works as before.`,
    ],
    button: { label: "Look at your account", url: input.accountUrl },
    after: ["If that was not you, disconnect it there and set a new password at once."],
    foot,
  });

export const invitationLetter = (input: {
  url: string;
  workspaceName: string;
  inviterName: string;
  roleLabel: string;
}): LetterView =>
  writeLetter({
    subject: `Join ${input.workspaceName} on Foyer`,
    heading: `Join ${input.workspaceName}`,
    paragraphs: [
      `${input.inviterName} invites you to the workspace ${input.workspaceName} as ${input.roleLabel}.`,
    ],
    button: { label: "See the invitation", url: input.url },
    after: ["The link works for seven days. If you do not know them, do nothing."],
    foot: "Foyer sends this because somebody typed your address into an invitation. It is not advertising.",
  });

export const invitationAskedLetter = (input: {
  email: string;
  workspaceName: string;
  url: string;
}): LetterView =>
  writeLetter({
    subject: `${input.email} asks for a new invitation`,
    heading: `An invitation to ${input.workspaceName} has run out`,
    paragraphs: [
      `${input.email} was invited to the workspace ${input.workspaceName}, opened the invitation after its seven days, and asks for a new one.`,
    ],
    button: { label: "Invite them again", url: input.url },
    after: ["If they should not come any more, do nothing."],
    foot: "Foyer sends this because you may invite people to this workspace. It is not advertising.",
  });

export const idleAccountLetter = (input: {
  closesOn: string;
  workspaces: readonly string[];
  url: string;
}): LetterView =>
  writeLetter({
    subject: `Your account will be closed on ${input.closesOn}`,
    heading: "Do you still need your account?",
    paragraphs: [
      `Nobody has signed in to the Foyer account of this address for nearly three years. It will be closed on ${input.closesOn}, and what it says about you will be deleted.`,
      ...(input.workspaces.length > 0
        ? [`What only you use closes with it, 60 days later for good: ${input.workspaces.join(", ")}.`]
        : []),
    ],
    button: { label: "Sign in and keep it", url: input.url },
    after: ["Signing in once is enough. If you need it no more, you need do nothing."],
    foot: "Foyer sends this because you have an account. It is not advertising.",
  });

export const accountClosedLetter = (input: { idle: boolean }): LetterView =>
  writeLetter({
    subject: "Your account is closed",
    heading: "Your account is closed",
    paragraphs: [
      input.idle
        ? "Nobody had signed in to it for three years. Your address, your name, your sessions and your memberships are deleted."
        : "You asked for it. Your address, your name, your sessions and your memberships are deleted.",
      "Copies in backups run out within 30 days; a copy that is restored before that is closed again.",
    ],
    after: ["What you did in workspaces stays in their audit logs under a number that names nobody."],
    foot: "This is the last letter about this account. It is not advertising.",
  });

export const mailTestLetter = (input: { instance: string }): LetterView =>
  writeLetter({
    subject: "Mail of your Foyer arrives",
    heading: "It arrives",
    paragraphs: [
      `This is the test message that an operator of ${input.instance} asked for. Account letters, such as confirmations and new passwords, come this way and from this address.`,
    ],
    after: ["Look where it arrived: in the spam folder, the records of the sender's domain need care."],
    foot: "Foyer sends this because an operator typed your address into a test. It is not advertising.",
  });
