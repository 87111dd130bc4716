/**
 * Rules that no style of a page can undo. What is important in a layer wins over whatever is important outside of one,
 * however exact its selector, and pages have no layers: reading takes them away.
 */
export const aboveAllStyles = (css: string): string =>
  `@layer foyer{${css.replace(/([{;][\w-]+:[^;{}]+)(?=[;}])/g, "$1!important")}}`;
