import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Change, Fix, Scope } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findValue, type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { isSignatureHeader, parameterNames } from '#rules/detectors/openapi/webhook-signature.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { addParameters, type ParametersSite, parametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { addComponent } from '#rules/fixes/openapi/component.ts';
import { type HouseParameter, houseParameters, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { portableComponent, valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { standardHeaders } from '#rules/fixes/openapi/standard-webhooks.ts';

/** How a webhook or callback is signed, as plain data. */
export interface SigningStyle {
  readonly headers: readonly HouseParameter[];
  /** What it writes as `security`. */
  readonly security: PlainValue | undefined;
}

/** A webhook or callback operation without a signature, as plain data. */
export interface UnsignedWebhook {
  readonly parameters: ParametersSite;
  /** Keys from the file's root to the operation. */
  readonly pointer: readonly string[];
  /** The names of the parameters it has, in lower case. */
  readonly taken: readonly string[];
}

/** How an operation is signed; undefined where neither headers nor security of its own say so. */
export function signingStyle(operation: Operation, scope: Scope): SigningStyle | undefined {
  const headers = houseParameters(operation, isSignatureHeader, scope);
  const written = findValue(operation.tree, 'security');
  const isSecured = operation.security?.some(({ schemes }) => schemes.length > 0) ?? false;
  const security = isSecured && written !== undefined ? toPlainValue(written) : undefined;
  return headers.length === 0 && security === undefined ? undefined : { headers, security };
}

/** The headers that a description shares for signatures, used or not. */
export function sharedSignature(scope: Scope): readonly HouseParameter[] {
  return sharedParameters(isSignatureHeader, scope);
}

/** Undefined where an alias stands in the way. */
export function unsignedWebhook(operation: Operation, scope: Scope): UnsignedWebhook | undefined {
  if (!isWrittenInPlace(operation)) return undefined;
  return {
    parameters: parametersSite(operation),
    pointer: pointerOf(operation.location),
    taken: parameterNames(operation, scope),
  };
}

/** How webhooks are signed here: as most are, by the headers that are shared, else as Standard Webhooks has it. */
export function houseSignature(
  styles: readonly SigningStyle[],
  shared: readonly HouseParameter[],
  context: DescriptionContext,
): SigningStyle {
  const standard = standardHeaders.map(({ component, parameter }): HouseParameter => {
    const known = shared.find(({ name }) => name.toLowerCase() === parameter.name);
    return known ?? { name: parameter.name, value: portableComponent('parameters', component, context) };
  });
  const isOwn = shared.some(({ name }) => !standard.some((header) => header.name === name.toLowerCase()));
  return mostUsed(styles) ?? { headers: isOwn ? shared : standard, security: undefined };
}

/** Signs a webhook as the others are; no fix where it has all they have. */
export function signLike(
  style: SigningStyle,
  { parameters, pointer, taken }: UnsignedWebhook,
  name: string,
  context: DescriptionContext,
): readonly Fix[] {
  const { uri } = parameters;
  const missing = style.headers.filter((header) => !taken.includes(header.name.toLowerCase()));
  const [one, ...rest] = missing.map(({ value }) => valueIn(value, uri));
  const added: readonly Change[] = one === undefined ? [] : addParameters(parameters, [one, ...rest]);
  const secured: readonly Change[] =
    style.security === undefined
      ? []
      : [
          {
            kind: 'set',
            uri,
            pointer: [...pointer, 'security'],
            value: style.security,
            before: ['parameters', 'requestBody', 'responses'],
          },
        ];
  const components = standardHeaders
    .filter(({ component }) =>
      missing.some(({ value }) => isReferenceTo(value, portableComponent('parameters', component, context))),
    )
    .map(({ component, parameter }) =>
      addComponent('parameters', component, parameterValue(context, parameter), context),
    );
  const [first, ...others] = [...added, ...secured, ...components];
  if (first === undefined) return [];
  const how =
    missing.length > 0 ? missing.map((header) => `\`${header.name}\``).join(', ') : 'the security of the others';
  return [{ title: `Sign ${name} by ${how}`, safety: 'review', changes: [first, ...others] }];
}

function isReferenceTo(value: PlainValue, { $ref }: { readonly $ref: string }): boolean {
  return isMap(value) && value['$ref'] === $ref;
}
