import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerParams, ChecklistItemState, HumanItemState, ServiceState } from '#server/protocol.ts';
import type { TestClient } from './ask-server.ts';

/** A description in which somebody has to answer for a retried write. */
export const shop = `openapi: 3.1.0
info:
  title: shop
  version: 1.0.0
paths:
  /users:
    get:
      summary: Lists users
      responses: {}
    post:
      summary: Creates a user
      responses: {}
`;

export const answersFile = 'plumbline.review.yaml';
export const yes = { verdict: 'yes' } as const;
/** The row that asks about it. */
export const itemId = 'review-idempotency';

export async function services(client: TestClient): Promise<readonly ServiceState[]> {
  return (await client.request('plumbline/checklist', {}))?.services ?? [];
}

export async function give(client: TestClient, path: string, params: Omit<AnswerParams, 'service'>): Promise<void> {
  const edit = await client.request('plumbline/answer', { service: client.uri(path), ...params });
  assert.ok(edit !== null);
  await client.apply(edit);
}

export function onDisk(client: TestClient, path: string): string {
  const file = join(client.folder, path);
  assert.ok(existsSync(file), path);
  return readFileSync(file, 'utf8');
}

export function item(state: ServiceState | undefined, id: string): ChecklistItemState | undefined {
  return state?.sections?.flatMap(({ items }) => items).find((candidate) => candidate.id === id);
}

export function human(state: ServiceState | undefined, id: string): HumanItemState {
  const found = item(state, id);
  assert.ok(found?.kind === 'human');
  return found;
}

export function stateOf(state: ServiceState | undefined, id: string): string | undefined {
  const found = item(state, id);
  return found?.kind === 'automatic' ? found.state : undefined;
}
