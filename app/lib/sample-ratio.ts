import { chiSquareAbove } from "./normal-distribution";

export interface RatioCheck {
  chiSquare: number;
  p: number;
}

/** Whether visitors were divided as the weights say (chi-square, goodness of fit). Sides without weight are left out. */
export function checkRatio(sides: readonly { count: number; weight: number }[]): RatioCheck {
  const weighed = sides.filter(({ weight }) => weight > 0);
  const count = weighed.reduce((sum, side) => sum + side.count, 0);
  const weight = weighed.reduce((sum, side) => sum + side.weight, 0);
  if (weighed.length < 2 || count === 0) return { chiSquare: 0, p: 1 };
  const chiSquare = weighed.reduce((sum, side) => {
    const expected = (count * side.weight) / weight;
    return sum + (side.count - expected) ** 2 / expected;
  }, 0);
  return { chiSquare, p: chiSquareAbove(chiSquare, weighed.length - 1) };
}
