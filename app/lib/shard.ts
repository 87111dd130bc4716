export const shardCount = 64;

/** FNV-1a over the workspace id: spreads queues evenly and stays the same for ever. */
export function shardOf(workspaceId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < workspaceId.length; index += 1) {
    hash ^= workspaceId.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % shardCount;
}
