import { evidenceCollector } from '#core/checklist/evidence.ts';

/** The webhooks and callbacks an API sends, and the paths on which it seems to receive them. */
export const webhooks = evidenceCollector({
  id: 'webhooks',
  noun: 'webhook',
  on: ['openapi.path-item'],
  *collect({ origin, path, anchor }) {
    if (origin === 'webhook') yield { span: anchor, text: `Sends the webhook ${path.value}` };
    if (origin === 'callback') yield { span: anchor, text: `Calls back ${path.value}` };
    const isReceiver = origin === 'path' && /\/(?:web)?hooks?(?:\/|$)/i.test(path.value);
    if (isReceiver) yield { span: anchor, text: `Seems to receive webhooks at ${path.value}` };
  },
});
