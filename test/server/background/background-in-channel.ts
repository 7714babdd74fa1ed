import { MessageChannel } from 'node:worker_threads';
import type { Rulebook } from '#core/rulebook.ts';
import type { BackgroundAnswer } from '#server/background/background-message.ts';
import type { StartBackground } from '#server/background/background-thread.ts';
import { serveBackground } from '#server/background/serve-background.ts';

/** A background without a thread of its own: what passes between is copied as between threads. */
export function backgroundInChannel(rulebook: Rulebook): StartBackground {
  return (abilities, listener) => {
    const { port1, port2 } = new MessageChannel();
    serveBackground(port2, rulebook, structuredClone(abilities));
    let isEnded = false;
    port1.on('message', (answer: BackgroundAnswer) => void (isEnded || listener.onAnswer(answer)));
    return {
      post: (request) => void (isEnded || port1.postMessage(request)),
      end: () => {
        isEnded = true;
        port1.close();
      },
    };
  };
}
