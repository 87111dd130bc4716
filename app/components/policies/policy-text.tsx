import { policyBlocks } from "~/domain/policies/policy";

/** A policy as it is read: headings, paragraphs and lists. */
export function PolicyText({ body, level = 2 }: { body: string; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="stack prose">
      {policyBlocks(body).map((block) => {
        if (block.kind === "heading") return <Heading key={block.text}>{block.text}</Heading>;
        if (block.kind === "paragraph") return <p key={block.text}>{block.text}</p>;
        return (
          <ul key={block.items[0]}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}
