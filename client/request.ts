import type { BaseLanguageClient } from 'vscode-languageclient/node';
import type { PlumblineNotifications, PlumblineRequests } from '#server/protocol.ts';

/** Sends one of our own requests; starts the server where it is not running. `null` means the server cannot. */
export function request<M extends keyof PlumblineRequests>(
  client: BaseLanguageClient,
  method: M,
  params: PlumblineRequests[M]['params'],
): Promise<PlumblineRequests[M]['result']> {
  return client.sendRequest(method, params);
}

/** By client and method: the client itself keeps only the latest listener of a method. */
const listeners = new WeakMap<BaseLanguageClient, Map<string, Set<(params: unknown) => void>>>();

/** Listens for one of our own notifications, beside whoever listens for it already. */
export function onNotification<M extends keyof PlumblineNotifications>(
  client: BaseLanguageClient,
  method: M,
  listener: (params: PlumblineNotifications[M]) => void,
): { dispose(): void } {
  const all = listenersOf(client, method);
  // The server sends what the protocol says.
  const each = (params: unknown) => listener(params as PlumblineNotifications[M]);
  all.add(each);
  return { dispose: () => void all.delete(each) };
}

function listenersOf(client: BaseLanguageClient, method: string): Set<(params: unknown) => void> {
  const ofClient = listeners.get(client) ?? new Map<string, Set<(params: unknown) => void>>();
  listeners.set(client, ofClient);
  const known = ofClient.get(method);
  if (known !== undefined) return known;
  const all = new Set<(params: unknown) => void>();
  ofClient.set(method, all);
  client.onNotification(method, (params: unknown) => {
    for (const listener of all) listener(params);
  });
  return all;
}
