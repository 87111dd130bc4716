export interface LoadOnce {
  /** Loads once for all who wait. What is known already is good enough while the store is away. */
  load<T>(key: string, known: T | undefined, load: () => Promise<T>): Promise<T>;
}

const pauseAfterFailureMs = 1000;

export function createLoadOnce(on: { staleServed(): void; failed(error: unknown): void }): LoadOnce {
  const loading = new Map<string, Promise<unknown>>();
  let pausedUntil = 0;
  return {
    async load<T>(key: string, known: T | undefined, load: () => Promise<T>): Promise<T> {
      if (known !== undefined && Date.now() < pausedUntil) {
        on.staleServed();
        return known;
      }
      const waiting =
        (loading.get(key) as Promise<T> | undefined) ?? load().finally(() => loading.delete(key));
      loading.set(key, waiting);
      try {
        return await waiting;
      } catch (error) {
        if (known === undefined) throw error;
        if (Date.now() >= pausedUntil) on.failed(error);
        pausedUntil = Date.now() + pauseAfterFailureMs;
        on.staleServed();
        return known;
      }
    },
  };
}
