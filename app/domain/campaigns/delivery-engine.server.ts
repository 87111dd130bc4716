import type { Deps } from "../deps";
import { checkGates, type Gate } from "../mail/gate";
import type { MailTransport } from "../mail/transport";
import { createDeliveryFeeder, type ReadyMessage } from "./delivery-feeder.server";
import { runLane } from "./delivery-lane.server";
import { createDeliveryLedger } from "./delivery-ledger.server";
import { releaseOwned } from "./delivery-queries.server";
import { createMailMaker } from "./mail-maker.server";
import { createReadyQueue } from "./ready-queue";
import { recoverDeliveries } from "./recover-deliveries.server";
import { startDueCampaigns } from "./start-due-campaigns.server";

export interface DeliveryEngine {
  /** Lets messages on their way arrive, gives the rest back, and closes the connections. */
  stop(): Promise<void>;
}

export interface EngineParts {
  transport: MailTransport;
  gates: readonly Gate[];
  /** May take work at all: its clock agrees with the database's. */
  mayWork?: () => Promise<boolean>;
}

const idleMs = 200;
const recoverEveryMs = 5000;

/** Sends what campaigns have prepared: a feeder makes messages, a few lanes hand them over. */
export function startDeliveryEngine(deps: Deps, { transport, gates, mayWork }: EngineParts): DeliveryEngine {
  checkGates(gates);
  const connections = deps.config.mail.smtpConnections;
  const capacity = Math.max(40, connections * 8);
  const maker = createMailMaker(deps.config.data.sourceRoot);
  const queue = createReadyQueue<ReadyMessage>(capacity);
  const ledger = createDeliveryLedger(deps, { gates, connections, owner: deps.processId });
  const feeder = createDeliveryFeeder(deps, { maker, gates });
  let stopping = false;
  const sleepers = new Set<() => void>();

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      sleepers.add(wake);
      if (stopping) wake();
    });

  async function feedForever(): Promise<void> {
    let recoveredAt = Number.NEGATIVE_INFINITY;
    let alone = deps.config.database.embedded;
    while (!stopping) {
      try {
        if (mayWork && !(await mayWork())) {
          await pause(1000);
          continue;
        }
        if (performance.now() - recoveredAt > recoverEveryMs) {
          recoveredAt = performance.now();
          await recoverDeliveries(deps, { alone });
          alone = false;
        }
        await startDueCampaigns(deps);
        await queue.roomy();
        const made = stopping ? 0 : await feeder.feed(capacity - queue.size, queue.push);
        if (made === 0) await pause(idleMs);
      } catch (error) {
        deps.log.error({ err: error }, "campaigns could not be worked on");
        await pause(1000);
      }
    }
  }

  const lane = () => runLane(deps, { transport, queue, ledger, isStopping: () => stopping, pause });
  const feeding = feedForever();
  const lanes = Array.from({ length: connections }, lane);

  async function giveBack(): Promise<void> {
    for (let message = queue.take(); message; message = queue.take()) {
      const { id, epoch, gate } = message.claimed;
      const owned = { workspaceId: gate.workspaceId, owner: deps.processId, epoch };
      await releaseOwned(deps.db, owned, [id]).catch(() => undefined);
    }
  }

  return {
    async stop() {
      stopping = true;
      queue.wake();
      for (const wake of [...sleepers]) wake();
      await feeding;
      queue.wake();
      await Promise.all(lanes);
      await giveBack();
      await maker.close();
    },
  };
}
