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
  const found = named === undefined ? [] : writtenIn([named], name.slice(colon + 1));
  return found.length > 0 ? found : writtenIn(peers, name);
}

/** Under the very id, else under what is left of it. */
function writtenIn(peers: readonly Peer[], id: string): readonly FoundCounterpart[] {
  const found = counterpartsIn(peers, id);
  return found.length > 0 ? found : peers.flatMap((peer) => shortened(peer, id));
}

function shortened(peer: Peer, id: string): readonly FoundCounterpart[] {
  const { optional } = peer;
  if (optional === undefined) return [];
  const rest = id.replace(optional, '');
  return Object.keys(peer.rules)
    .filter((theirs) => theirs.replace(optional, '') === rest)
    .flatMap((theirs) => counterpartsIn([peer], theirs));
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
