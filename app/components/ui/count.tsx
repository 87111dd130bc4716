const plain = new Intl.NumberFormat("en");

export const formatCount = (value: number): string => plain.format(value);

/** A whole number with its separators, in figures of equal width. */
export const Count = ({ value, className = "count" }: { value: number; className?: string }) => (
  <span className={`${className} figures`}>{formatCount(value)}</span>
);
