/** What a person wrote: in lines as they wrote it, in the direction of its own letters. */
export function WrittenText({ text }: { text: string }) {
  return (
    <span className="written" dir="auto">
      {text}
    </span>
  );
}
