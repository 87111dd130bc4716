// Plain JavaScript: a worker thread unpacks what the main thread packed.

const fitsJson = (value) => value === null || (typeof value !== "object" && typeof value !== "bigint");

/**
 * Parameters of many rows, one row after the other, as one text: it crosses to a thread for less than many short ones.
 * Rows that arrive together have most of their values in common; those are sent once. Undefined where JSON does not hold a value.
 */
export function packRows(parameters, width) {
  const shared = [];
  const columns = [];
  for (let column = 0; column < width; column += 1) {
    const first = parameters[column];
    let isShared = true;
    for (let at = column; at < parameters.length; at += width) {
      const value = parameters[at];
      if (!fitsJson(value)) return undefined;
      if (value !== first) isShared = false;
    }
    if (isShared) shared.push(column, first);
    else columns.push(column);
  }
  const own = new Array((parameters.length / width) * columns.length);
  let next = 0;
  for (let row = 0; row < parameters.length; row += width) {
    for (const column of columns) own[next++] = parameters[row + column];
  }
  return JSON.stringify({ rows: parameters.length / width, shared, columns, own });
}

/** The rows again, each an array of its parameters; the array is used for the next row too. */
export function* unpackRows(packed, width) {
  const { rows, shared, columns, own } = JSON.parse(packed);
  const row = new Array(width);
  for (let at = 0; at < shared.length; at += 2) row[shared[at]] = shared[at + 1];
  let next = 0;
  for (let count = 0; count < rows; count += 1) {
    for (const column of columns) row[column] = own[next++];
    yield row;
  }
}

/** As `unpackRows`, of parameters that were not packed. */
export function* splitRows(parameters, width) {
  for (let at = 0; at < parameters.length; at += width) yield parameters.slice(at, at + width);
}
