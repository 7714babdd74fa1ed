import type { Peer } from '#rules/peers/peer.ts';

/** A rule of another reviewer, found by the name people know it by. */
export interface FoundCounterpart {
  readonly peer: Peer;
  readonly id: string;
  /** Ids of our rules; empty where there are none. */
  readonly rules: readonly string[];
  /** Why there are none. */
  readonly reason: string | undefined;
}

/** `spectral:operation-tags`; a rule that is named without its reviewer is looked for in all of them. */
export function findCounterparts(name: string, peers: readonly Peer[]): readonly FoundCounterpart[] {
  const colon = name.indexOf(':');
  const named = peers.find((peer) => peer.name === name.slice(0, Math.max(colon, 0)));
  const found = named === undefined ? [] : counterpartsIn([named], name.slice(colon + 1));
  return found.length > 0 ? found : counterpartsIn(peers, name);
}

function counterpartsIn(peers: readonly Peer[], id: string): readonly FoundCounterpart[] {
  return peers.flatMap((peer) => {
    const counterpart = Object.hasOwn(peer.rules, id) ? peer.rules[id] : undefined;
    if (counterpart === undefined) return [];
    return typeof counterpart === 'string'
      ? { peer, id, rules: [], reason: counterpart }
      : { peer, id, rules: counterpart, reason: undefined };
  });
}
