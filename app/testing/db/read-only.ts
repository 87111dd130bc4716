import type { Db } from "~db/schema/executor";

/** A database that is read and cannot be written, as a locked file or a full disk makes it. */
export const readOnly = (db: Db): Db =>
  new Proxy(db, {
    get(target, name) {
      if (name === "updateTable" || name === "insertInto" || name === "deleteFrom")
        return () => {
          throw new Error("database or disk is full");
        };
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
