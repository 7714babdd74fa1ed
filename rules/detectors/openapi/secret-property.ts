import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, OrReference, Schema, SchemaProperty } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { findValue } from '#core/tree/tree.ts';
import { nameEnding } from '#rules/detectors/openapi/name-ending.ts';
import type { SchemaClosure } from '#rules/detectors/openapi/returned-schemas.ts';

const secretWords = new Set('secret secrets credential credentials password passwords'.split(' '));
const keyWords = new Set(
  'key keys token tokens ssh certificate certificates kubeconfig keypair keypairs keystore keyfile'.split(' '),
);

/** True when the path asks for the secret itself: `/webhooks/{id}/secret`, `/secret-scanning/alerts`, `/api-keys/{id}`. */
export function asksForSecret({ path }: Operation): boolean {
  const segments = segmentsOf(path)
    .filter((segment) => !segment.includes('{'))
    .map(wordsOf);
  if (segments.some((words) => words.some((word) => secretWords.has(word)))) return true;
  const last = segments.at(-1) ?? [];
  return last.some((word) => keyWords.has(word)) || isConfigurationFile(last);
}

/** What a program is set up with, secrets and all: `configuration_file`, `kube-config`, `config.json`. */
function isConfigurationFile(words: readonly string[]): boolean {
  const at = words.findIndex((word) => /^(?:config|configs|configuration|conf)$/.test(word));
  const [before = '', after = ''] = [words[at - 1], words[at + 1]];
  return (
    at >= 0 && (/^(?:file|json|yaml|yml|toml|ini|download)$/.test(after) || /^(?:kube|k8s|vpn|download)$/.test(before))
  );
}

const credential = 'credentials?|secrets?|passwords?|passphrases?|connection strings?';
const issued =
  '(?:access |auth(?:entication)? |bearer |refresh |session |api |private |signing |ssh )?(?:tokens?|keys?|key ?pairs?|certificates?)|kubeconfig';
const purposes: readonly RegExp[] = [
  new RegExp(`\\b(?:${credential})\\b`, 'i'),
  new RegExp(
    `\\b(?:obtain|issue|generate|create|mint|rotate|renew|exchange|retrieve|fetch|get|show|reveal|view|read|export)(?:e?s|ing)?\\b(?:(?!\\bby\\b)[^.]){0,60}\\b(?:${issued})\\b`,
    'i',
  ),
  /\bdownloads?\b(?:(?!\bby\b)[^.]){0,60}\b(?:config(?:uration)?s?|keys?|certificates?|kubeconfig|keystore)\b/i,
  /\b(?:get|gets|retrieve|retrieves|generate|generates|export|exports|fetch|show)\b(?:(?!\bby\b)[^.]){0,60}\bconfig(?:uration)? file\b/i,
];

/** True when the operation is there to hand out a credential: “Obtain TURN server credentials”, `getAccessToken`. */
export function issuesCredential({ summary, operationId }: Operation): boolean {
  const id = wordsOf(operationId?.value ?? '').join(' ');
  return purposes.some((purpose) => purpose.test(summary?.value ?? '') || purpose.test(id));
}

/** A property whose name ends in one of the words that stand for secrets, and the schema that has it. */
export interface SecretProperty extends SchemaProperty {
  readonly owner: Schema;
}

/** The properties in a closure whose names end in one of these words. */
export function secretsNamed(closure: SchemaClosure, names: readonly string[]): readonly SecretProperty[] {
  const last = lastLooked.get(closure);
  if (last?.names === names) return last.secrets;
  const secrets = closure.schemas.flatMap((owner) =>
    owner.properties
      .filter(
        ({ name }) => nameEnding(name.value, names) !== undefined && !/mask|redact|obfuscat|hidden/i.test(name.value),
      )
      .map(({ name, schema }) => ({ name, schema, owner })),
  );
  lastLooked.set(closure, { names, secrets });
  return secrets;
}

/** Many operations return the same component: its names are looked at once. */
const lastLooked = new WeakMap<
  SchemaClosure,
  { readonly names: readonly string[]; readonly secrets: readonly SecretProperty[] }
>();

/** Texts that say that the value is masked, given once, guarded by a permission of its own, or only a name of the secret. */
const harmless =
  /\b(?:mask|redact|obfuscat|hidden|asterisk|encrypted|placeholder|last (?:four|4)|never (?:be )?returned|not (?:be )?returned|write[- ]only|only (?:be )?(?:returned|shown|visible|available|present|set|included)|only collect\b|once\b|(?:name|id|identifier|path|arn|uri|reference|pointer|alias) (?:or id )?(?:of|to|for) (?:the |an? )?(?:[\w-]+ ){0,3}(?:secret|credential|password|key)|(?:verify|validate|check)(?:ing)? (?:that )?(?:the |an? |incoming |received )*(?:webhooks?|payloads?|signatures?|events?|deliver(?:y|ies))\b|refer(?:s|ence)? to|name or id|requires? [^.]*\b(?:scope|permission|role)\b)/i;

/** Texts that say that whoever reads it is to use it: in a browser or an app, to set up a connection, to sign or check webhooks. */
const meantForReaders =
  /\b(?:client[- ]side|front-?end|publishable|short-lived|ephemeral|shared secret|shared with)\b|\bused? (?:it )?(?:on|by|in) (?:the |your )?(?:client|browser|web page)\b|\bpass(?:ed)? (?:\w+ ){0,3}to (?:the |your )?(?:client|browser|app|application)\b|\b(?:initiali[sz]|establish)(?:e|es|ing)? (?:\w+ ){0,4}(?:connection|session|stream|sdk|widget|checkout)|\b(?:returned|shown|visible|available|present|included|given) (?:only )?(?:at|on|upon|after|when|during)\b[^.]{0,40}\bcreat|\b(?:sign|generat|comput|creat|calculat)\w* (?:\w+ ){0,3}(?:webhooks?|signatures?|hmac)\b/i;

/** What a payment or a session hands to the page of its customer: `PaymentIntent.client_secret`. */
const clientSecret = /\bclient secret$/;
const clientFlows = /\b(?:sessions?|intents?|payments?|checkouts?|setups?|sources?|verifications?|confirmations?)\b/;

/** True where both sides have to know the secret: `sharedSecret`, the client secret of a payment. */
function isForReader({ name, owner }: SecretProperty, description: string): boolean {
  const words = wordsOf(name.value).join(' ');
  if (!/\bsecret$/.test(words)) return false;
  if (/\bshared secret$/.test(words) || meantForReaders.test(description)) return true;
  return clientSecret.test(words) && clientFlows.test(`${words} ${wordsOf(owner.name?.value ?? '').join(' ')}`);
}

const cardCodes = /^(?:.* )?(?:cvc|cvv)2?$/;

/** True for the code of a card in a schema that requests have: it is sent, and nobody may keep it. */
export function isSentCardCode({ name }: SecretProperty, isInRequest: boolean): boolean {
  return isInRequest && cardCodes.test(wordsOf(name.value).join(' '));
}

/** Names of things that tell where a secret is kept: `secretKeyRef`, `SecretSelector`, `credentialSource`. */
const pointers = new Set(
  'ref refs reference references selector source sources locator pointer identifier policy policies settings'.split(
    ' ',
  ),
);

/** False for flags, objects and listed values, for what is written only or meant for readers, and where a text or an example shows it masked. */
export function mayBeSecret(property: SecretProperty, scope: Scope): boolean {
  const { name, schema, owner } = property;
  const resolved = scope.resolve(schema);
  if (resolved === undefined || resolved.writeOnly || resolved.enum !== undefined) return false;
  if (pointers.has(wordsOf(owner.name?.value ?? '').at(-1) ?? '') || !isText(schema, name.value, scope)) return false;
  if (['date-time', 'date', 'uuid', 'uri', 'url'].includes(resolved.format?.value ?? '')) return false;
  const example = findValue(resolved.tree, 'example');
  const isMasked =
    example?.kind === 'scalar' && (example.value === null || /^[*x•.]*$|\*{3}/i.test(String(example.value)));
  const description = resolved.description?.value ?? '';
  return !isMasked && !harmless.test(description) && !isForReader(property, description);
}

/** A string, whatever it is made of; without any type only where the name cannot mean an object that tells of the secret. */
function isText(schema: OrReference<Schema>, name: string, scope: Scope): boolean {
  const parts = combinedSchemas(schema, scope).flatMap((part) => [
    part,
    ...[...part.oneOf, ...part.anyOf].flatMap((branch) => scope.resolve(branch) ?? []),
  ]);
  if (
    parts.some(({ properties, types }) => properties.length > 0 || types.includes('object') || types.includes('array'))
  )
    return false;
  const types = parts.flatMap((part) => part.types);
  return types.length > 0 ? types.includes('string') : !/secret$/i.test(name);
}
