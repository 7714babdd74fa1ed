import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { listedThing } from '#rules/detectors/openapi/bounded-list.ts';
import type { ListBody } from '#rules/detectors/openapi/collection.ts';
import { activityNouns, stockNouns, tenantNouns } from '#rules/words/growing-nouns.ts';

/**
 * True for a list that grows: its noun says so, or its page counts all there are. Of another list nothing is known, even where its
 * items are made by POST and say when: teams, brands and rules are, too. And an item has a few of most things.
 */
export function isGrowing({ path }: Operation, { envelope, items }: ListBody, scope: Scope): boolean {
  const noun = singularOf(listedThing(path));
  const owner = ownerOf(path);
  if (activityNouns.has(noun)) return owner === undefined || !acts.has(owner) || talk.has(noun);
  // Sessions that say when they began are kept as a history of sign-ins; others are the few that are open.
  if (historyNouns.has(noun) && hasProperty(items, scope, (name) => beginnings.has(foldedName(name)))) return true;
  if (owner !== undefined) return false;
  const isCounted = envelope !== undefined && hasProperty(envelope, scope, (name) => totalNames.has(foldedName(name)));
  return stockNouns.has(noun) || isCounted;
}

/** What has the list, in the singular: `car` of `/cars/{id}/owners`; undefined at the root, and below a tenant: `/orgs/{org}/users`. */
function ownerOf(path: string): string | undefined {
  const segments = segmentsOf(path);
  const owners = segments.flatMap((segment, index) => {
    if (index === segments.length - 1) return [];
    if (/^(?:me|self|my|mine|current)$/i.test(segment)) return ['user'];
    if (!segment.includes('{')) return [];
    const owner = singularOf(wordsOf(segments[index - 1] ?? '').at(-1) ?? '');
    return tenantNouns.has(owner) ? [] : [owner];
  });
  return owners.at(-1);
}

function hasProperty(schema: Schema, scope: Scope, isWanted: (name: string) => boolean): boolean {
  return propertiesOf(schema, scope).some(({ name }) => isWanted(name.value));
}

/** What is over once it is done: it has few events, payments or refunds. */
const acts = new Set(
  'transaction message order payment invoice charge refund transfer booking reservation appointment shipment delivery deployment deploy build release request call'.split(
    ' ',
  ),
);
/** What goes on about anything. */
const talk = new Set('message comment log reply execution measurement reading'.split(' '));

/** What is listed either as it is open now, or as a history. */
const historyNouns = new Set(['session', 'login', 'signin']);
const beginnings = new Set('createdat created createdon startedat loggedinat signedinat'.split(' '));

/** Properties of a page that count all there are, without casing and separators. */
const totalNames = new Set(
  'total totals totalcount totalitems totalresults totalrecords totalelements totalsize totalpages numpages'.split(' '),
);
