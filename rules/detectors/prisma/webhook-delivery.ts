import type { PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** `WebhookDelivery`, `webhook_deliveries`, `HookDispatch`; not what came in, nor one row for each attempt. */
export function isOutgoingDelivery({ name, fields }: PrismaModel): boolean {
  const words = wordsOf(name.value).map(singularOf);
  const isHook =
    words.some((word) => word === 'webhook' || word === 'hook' || word === 'webhooks') ||
    words.join(' ').includes('web hook');
  const isDelivery = ['delivery', 'dispatch', 'send', 'job', 'queue', 'message'].includes(words.at(-1) ?? '');
  const names = fields.map((field) => foldedName(field.name.value));
  const isIncoming = names.some((one) =>
    /^(?:received|headers$|rawbody|rawheaders|signature|verified|externaldeliveryid|provider$|source$|externalid)/.test(
      one,
    ),
  );
  return (
    isHook &&
    isDelivery &&
    !isIncoming &&
    !words.some((word) => ['inbound', 'incoming', 'received', 'log', 'attempt'].includes(word))
  );
}
