import { auditVerifyCommand } from "./audit-verify.server";
import { backupCommand } from "./backup.server";
import { backupVerifyCommand } from "./backup-verify.server";
import type { Command } from "./command";
import { doctorCommand } from "./doctor.server";
import { exportCommand } from "./export.server";
import { importCommand } from "./import.server";
import { migrateCommand } from "./migrate.server";
import { outboxCommand } from "./outbox.server";
import { promisesCommand } from "./promises.server";
import { restoreCommand } from "./restore.server";
import { retentionRunCommand } from "./retention-run.server";
import { secretRotateCommand } from "./secret-rotate.server";
import { tokenCreateCommand } from "./token-create.server";
import { userCreateCommand } from "./user-create.server";
import { workerCommand } from "./worker.server";
import { workspaceCreateCommand } from "./workspace-create.server";

/** THE list of commands. */
export const commands: readonly Command[] = [
  doctorCommand,
  migrateCommand,
  outboxCommand,
  secretRotateCommand,
  userCreateCommand,
  workspaceCreateCommand,
  tokenCreateCommand,
  exportCommand,
  importCommand,
  backupCommand,
  backupVerifyCommand,
  restoreCommand,
  auditVerifyCommand,
  promisesCommand,
  retentionRunCommand,
  workerCommand,
];
