import type { Deps } from "../deps";
import type { Topic } from "./topic";
import { findTopicRow, listTopicRows } from "./topic-queries.server";

export const listTopics = (deps: Pick<Deps, "db">, workspaceId: string): Promise<Topic[]> =>
  listTopicRows(deps.db, workspaceId);

export const findTopic = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  topicId: string,
): Promise<Topic | undefined> => findTopicRow(deps.db, workspaceId, topicId);
