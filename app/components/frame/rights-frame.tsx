import type { ReactNode } from "react";
import type { RightsWords } from "~/emails/rights-words/rights-words";
import { PublicFrame } from "./public-frame";

interface Props {
  words: RightsWords;
  language: string;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

/** The public frame in the visitor's language; links lead on in it. */
export function RightsFrame({ words, language, ...props }: Props) {
  const { foot } = words;
  const lang = `?lang=${language}`;
  return (
    <PublicFrame
      {...props}
      startLabel={words.start}
      footLabel={foot.label}
      footLinks={[
        { to: "/policies", label: foot.policies },
        { to: "/trust", label: foot.trust },
        { to: `/privacy-request${lang}`, label: foot.data },
        { to: `/abuse${lang}`, label: foot.abuse },
      ]}
    />
  );
}
