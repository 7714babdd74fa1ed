import type { RequestBody, Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';

/** ` of GET /orders 200`, ` of “Order”`; empty where the file does not tell what the body belongs to. */
export function bodyOwner({ kind, location }: RequestBody | Response): string {
  const [group, first = '', method = '', , status] = pointerOf(location);
  if (group === 'paths' || group === 'webhooks')
    return ` of ${method.toUpperCase()} ${first}${kind === 'openapi.response' && status !== undefined ? ` ${status}` : ''}`;
  const name = group === 'components' ? method : group === 'responses' || group === 'parameters' ? first : '';
  return name === '' ? '' : ` of “${name}”`;
}
