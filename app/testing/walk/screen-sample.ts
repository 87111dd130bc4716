import type { Permission } from "~/domain/workspaces/permission";
import type { TestApp } from "../http/test-app";
import type { Victim } from "./victim";

export interface Sent {
  method?: "POST" | "PUT" | "DELETE";
  form?: Record<string, string>;
  json?: unknown;
  file?: { field: string; name: string; type: string; bytes: Buffer };
}

export interface ScreenAct {
  /** What it does, for the name of the test. */
  does: string;
  needs: Permission;
  sends(victim: Victim): Sent;
  search?: (victim: Victim) => string;
  /** Brings the workspace where this can be done. */
  before?: (deps: TestApp["deps"], victim: Victim) => Promise<void>;
  /** Only asks, or is answered the same the second time. */
  changesNothing?: true;
}

/** Sample input of one route; a route without one fails the walk. */
export interface ScreenSample {
  /** What reading it needs; "" for every member. */
  reads?: Permission | "";
  search?: (victim: Victim) => string;
  /** Parts of the address that differ from the usual ones. */
  params?: (victim: Victim) => Record<string, string>;
  acts?: readonly ScreenAct[];
}

export type ScreenSamples = Record<string, ScreenSample>;
