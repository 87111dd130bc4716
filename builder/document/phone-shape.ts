/** What may stand in a telephone field: digits, and what people put between them. */
export const phoneShape = /^[+\d(][\d\s()./x#-]{2,39}$/i;
