export interface ErrorWords {
  title: string;
  words: string;
  /** The way on: a place to go, or trying again. */
  way: { label: string; to: string } | "again";
}

const home = { label: "Go to the start page", to: "/" };

const byStatus: Record<number, ErrorWords> = {
  400: {
    title: "Not understood",
    words: "What was sent could not be read. Nothing was saved. Go back and send it again.",
    way: home,
  },
  401: {
    title: "Please sign in",
    words: "This page is only for people who are signed in. Nothing was changed.",
    way: { label: "Sign in", to: "/sign-in" },
  },
  403: {
    title: "Not open to you",
    words:
      "Your role does not allow this. Nothing was changed. An owner of the workspace can give you the right.",
    way: home,
  },
  404: {
    title: "Nothing behind this door",
    words: "There is no such page, or it is not yours to see. The address may be mistyped or out of date.",
    way: home,
  },
  405: {
    title: "Not possible here",
    words: "This address can be looked at and does not take anything. Nothing was changed.",
    way: home,
  },
  409: {
    title: "Changed in the meantime",
    words: "Somebody else was faster. Your change was not saved and theirs is kept. Look again and decide.",
    way: "again",
  },
  410: {
    title: "No longer here",
    words: "This was here once and was taken away, or the link has run out.",
    way: home,
  },
  413: {
    title: "Too large",
    words: "What was sent is larger than is taken here. Nothing was saved.",
    way: home,
  },
  422: {
    title: "Not understood",
    words: "Something in what was sent does not fit. Nothing was saved. Go back, look it over and try again.",
    way: home,
  },
  429: {
    title: "A little slower, please",
    words: "There were too many tries in a short time. Nothing is lost. Wait a minute and try again.",
    way: "again",
  },
  451: {
    title: "Closed for now",
    words: "This page is suspended for legal reasons or for a breach of the rules.",
    way: { label: "Report something or object", to: "/abuse" },
  },
  503: {
    title: "Closed for a moment",
    words: "Foyer cannot do this right now. What was saved before is safe. Try again in a minute.",
    way: "again",
  },
};

const unexpected: ErrorWords = {
  title: "Something broke on our side",
  words:
    "It is not your doing. What was saved before is safe; the last change may not be. Try again in a minute.",
  way: "again",
};

export const errorWords = (status: number): ErrorWords => byStatus[status] ?? unexpected;
