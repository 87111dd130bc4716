import { type LetterView, writeLetter } from "./letter";

const foot = "Foyer sends this to whoever pays for the workspace and to its owners. It is not advertising.";

interface Place {
  workspaceName: string;
  url: string;
}

export const payerLetter = (input: {
  workspaceName: string;
  payerName: string;
  planName: string;
  price: string;
  words: string;
  url: string;
}): LetterView =>
  writeLetter({
    subject: `Pay for ${input.planName} of ${input.workspaceName}`,
    heading: `${input.workspaceName} asks you to pay`,
    paragraphs: [
      `To ${input.payerName}: an owner of the workspace ${input.workspaceName} chose the plan ${input.planName} for ${input.price} and named you as the one who pays.`,
      `Before you pay: ${input.words}`,
    ],
    button: { label: "Read and pay at Stripe", url: input.url },
    after: ["The page is open for a day. If you did not expect this, do nothing: nothing is ordered."],
    foot,
  });

export const confirmedLetter = (
  input: Place & {
    planName: string;
    price: string;
    payerName: string;
    orderNumber: string;
    words: string;
    renewsOn: string;
  },
): LetterView =>
  writeLetter({
    subject: `Order confirmed: ${input.planName} for ${input.workspaceName}`,
    heading: "Your order is confirmed",
    paragraphs: [
      `The workspace ${input.workspaceName} has the plan ${input.planName} for ${input.price}.`,
      `Order ${input.orderNumber}, paid by ${input.payerName}.${input.renewsOn ? ` It renews on ${input.renewsOn}.` : ""}`,
      `Agreed to before paying: ${input.words}`,
    ],
    button: { label: "See plan and invoices", url: input.url },
    foot,
  });

export const failedLetter = (
  input: Place & { amount: string; pausesOn: string; payUrl: string },
): LetterView =>
  writeLetter({
    subject: `A payment for ${input.workspaceName} did not go through`,
    heading: "A payment did not go through",
    paragraphs: [
      `${input.amount} for the workspace ${input.workspaceName} could not be charged. Nothing has changed yet: pages, forms and mail work as before.`,
      `If it is still unpaid on ${input.pausesOn}, campaigns wait until it is paid. Pages stay public, forms go on, and everything can be read and exported all the time.`,
    ],
    button: { label: "Pay at Stripe", url: input.payUrl },
    after: [`Another card can be given in the settings of the workspace: ${input.url}`],
    foot,
  });

export const endsLetter = (input: Place & { planName: string; endsOn: string }): LetterView =>
  writeLetter({
    subject: `${input.planName} for ${input.workspaceName} ends on ${input.endsOn}`,
    heading: "The plan was cancelled",
    paragraphs: [
      `The plan ${input.planName} of the workspace ${input.workspaceName} stays until ${input.endsOn}, which is paid for. Nothing is charged after that.`,
      "All data stays, and can be exported.",
    ],
    button: { label: "See the plan, or keep it", url: input.url },
    foot,
  });

export const endedLetter = (input: Place & { planName: string }): LetterView =>
  writeLetter({
    subject: `${input.planName} for ${input.workspaceName} has ended`,
    heading: "The plan has ended",
    paragraphs: [
      `The plan ${input.planName} of the workspace ${input.workspaceName} has ended. Nothing is charged any more, and the digits of the card were removed here.`,
      "All data stays, and can be exported.",
    ],
    button: { label: "See invoices, or order again", url: input.url },
    foot,
  });
