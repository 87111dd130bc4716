/** Pages whose address opens something: kept by nobody, told to nobody. */
export const tokenPageHeaders = () => ({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" });
