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

/** Listens for one of our own notifications. */
export function onNotification<M extends keyof PlumblineNotifications>(
  client: BaseLanguageClient,
  method: M,
  listener: (params: PlumblineNotifications[M]) => void,
): { dispose(): void } {
  return client.onNotification(method, listener);
}
