/** Complementary error function, relative error below 1.2e-7 refined by one continued fraction in the tail. */
function erfc(x: number): number {
  const z = Math.abs(x);
  if (z > 3) {
    let fraction = 0;
    for (let term = 60; term > 0; term -= 1) fraction = term / 2 / (z + fraction);
    const tail = Math.exp(-z * z) / ((z + fraction) * Math.sqrt(Math.PI));
    return x >= 0 ? tail : 2 - tail;
  }
  let sum = z;
  let term = z;
  for (let n = 1; n < 200 && Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (-z * z) / n;
    sum += term / (2 * n + 1);
  }
  const erf = (2 / Math.sqrt(Math.PI)) * sum;
  return x >= 0 ? 1 - erf : 1 + erf;
}

/** Share of a standard normal distribution below `z`. */
export const normalBelow = (z: number): number => erfc(-z / Math.SQRT2) / 2;

/** Chance of a value at least this far from zero, on either side. */
export const twoSidedP = (z: number): number => Math.min(1, erfc(Math.abs(z) / Math.SQRT2));

/** The value below which this share of a standard normal distribution lies. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError("A share lies between 0 and 1.");
  let low = -40;
  let high = 40;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Natural logarithm of the gamma function (Lanczos, g = 7). */
function logGamma(x: number): number {
  const parts = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const shifted = x - 1;
  let sum = 0.9999999999998099;
  parts.forEach((part, index) => {
    sum += part / (shifted + index + 1);
  });
  const base = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** Chance of a chi-square value at least as large, by series below the mean and by continued fraction above it. */
export function chiSquareAbove(value: number, degrees: number): number {
  if (!(value > 0) || degrees < 1) return 1;
  const a = degrees / 2;
  const x = value / 2;
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000 && term > sum * 1e-16; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - sum * front);
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1000; n += 1) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-15) break;
  }
  return front * h;
}
