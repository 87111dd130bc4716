import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface StackProps {
  children: ReactNode;
  /** In steps of 4 px. */
  gap?: 1 | 2 | 3 | 4 | 6 | 8;
  /** Keeps lines of words readable on a wide screen. */
  narrow?: boolean;
}

/** One thing under another. */
export const Stack = ({ children, gap = 4, narrow }: StackProps) => (
  <div className={classNames("stack", gap !== 4 && `stack-${gap}`, narrow && "narrow")}>{children}</div>
);

/** One thing beside another, wrapping where there is no room. */
export const Row = ({ children, apart }: { children: ReactNode; apart?: boolean }) => (
  <div className={classNames("row", apart && "row-apart")}>{children}</div>
);

interface ColumnsProps {
  children: ReactNode;
  wideFirst?: boolean;
  wideLast?: boolean;
}

/** Columns of equal width, or a wide one and a narrow one; one under another on a phone. */
export const Columns = ({ children, wideFirst, wideLast }: ColumnsProps) => (
  <div className={classNames("columns", wideFirst && "columns-wide-first", wideLast && "columns-wide-last")}>
    {children}
  </div>
);
