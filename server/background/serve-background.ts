import type { MessagePort } from 'node:worker_threads';
import type { Rulebook } from '#core/rulebook.ts';
import type { BackgroundRequest } from '#server/background/background-message.ts';
import { BackgroundReviewer } from '#server/background/background-reviewer.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';

/** Answers what comes in over the port, one request after the other. What goes wrong ends the thread. */
export function serveBackground(port: MessagePort, rulebook: Rulebook, abilities: ClientAbilities): void {
  const reviewer = new BackgroundReviewer(rulebook, abilities);
  port.on('message', (request: BackgroundRequest) => {
    for (const answer of reviewer.answer(request)) port.postMessage(answer);
  });
}
