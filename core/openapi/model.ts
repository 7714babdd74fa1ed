import type { ByKind } from '#core/node.ts';
import type { Fault } from '#core/openapi/spec/fault.ts';
import type { Reference, View } from '#core/openapi/view.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { ScalarNode, TreeNode } from '#core/tree/tree.ts';

export type OpenApiVersion = '2.0' | '3.0' | '3.1' | '3.2';

/** Facts every view of one description shares; they come from its root file. */
export interface DescriptionContext {
  /** The file with `openapi:` or `swagger:` at its root. */
  readonly rootUri: string;
  readonly version: OpenApiVersion;
  /** 2.0 only: the document's `consumes` and `produces`; empty elsewhere. */
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  /** True when a `$ref`, or a text, stands in place of the document's `security` or of an item: then nothing is known of it. */
  readonly isSecurityUnknown: boolean;
  /** 2.0 only: what `host`, `basePath` and `schemes` say together about the servers; undefined elsewhere. */
  readonly address: ServerAddress | undefined;
  /** True when the document says in `jsonSchemaDialect` that its schemas are written in a dialect that is not known. */
  readonly isDialectUnknown: boolean;
  /** True when the document says `security: []`: where an operation does not say otherwise, no credentials are needed. */
  readonly isOpen: boolean;
}

/** 2.0: the parts of a server's address that stand in sections of their own. */
export interface ServerAddress {
  readonly host: string | undefined;
  /** Empty when not written. */
  readonly basePath: string;
  readonly hasSchemes: boolean;
}

/** The root of a description: the `openapi`/`swagger` entry. The other parts stand in sections of their own: ask the scope. */
export interface OpenApiDocument extends View {
  readonly kind: 'openapi.document';
  readonly context: DescriptionContext;
  readonly versionText: Located<string>;
}

export interface Info extends View {
  readonly kind: 'openapi.info';
  readonly title: Located<string> | undefined;
  readonly version: Located<string> | undefined;
  readonly description: Located<string> | undefined;
}

/** A server; for 2.0 one per scheme of `schemes` with `host` and `basePath`, anchored at the scheme. */
export interface Server extends View {
  readonly kind: 'openapi.server';
  readonly url: Located<string> | undefined;
  readonly variables: readonly Located<string>[];
  readonly level: 'document' | 'path-item' | 'operation';
}

export interface Tag extends View {
  readonly kind: 'openapi.tag';
  readonly name: Located<string> | undefined;
  readonly description: Located<string> | undefined;
}

export type PathItemOrigin = 'path' | 'webhook' | 'callback' | 'component';

export interface PathItem extends View {
  readonly kind: 'openapi.path-item';
  readonly context: DescriptionContext;
  readonly origin: PathItemOrigin;
  /** The path template (`/users/{id}`), the webhook's name, or the callback's runtime expression. */
  readonly path: Located<string>;
  readonly parameters: readonly OrReference<Parameter>[];
  /** A `$ref` in place of the whole list; `effectiveParameters` follows it. */
  readonly parametersReference: Reference<'openapi.part'> | undefined;
  readonly operations: readonly Operation[];
  /** The `$ref` beside which these fields stand: what it leads to belongs to the same path. */
  readonly reference: Reference<'openapi.path-item'> | undefined;
}

/** `query` and `other` (any further method under `additionalOperations`) exist from 3.2 on. */
export type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace' | 'query' | 'other';

export interface Operation extends View {
  readonly kind: 'openapi.operation';
  readonly context: DescriptionContext;
  readonly origin: PathItemOrigin;
  readonly method: HttpMethod;
  /** The same text as the path item's `path`. */
  readonly path: string;
  readonly pathItem: PathItem;
  readonly operationId: Located<string> | undefined;
  readonly summary: Located<string> | undefined;
  readonly description: Located<string> | undefined;
  readonly tags: readonly Located<string>[];
  readonly deprecated: Located<boolean> | undefined;
  /** The operation's own parameters, as written; `effectiveParameters` adds the path item's. 2.0: without `in: body` and `in: formData`. */
  readonly parameters: readonly OrReference<Parameter>[];
  /** A `$ref` in place of the whole list; `effectiveParameters` follows it. */
  readonly parametersReference: Reference<'openapi.part'> | undefined;
  /** 2.0: made from the `in: body` or `in: formData` parameters. */
  readonly requestBody: OrReference<RequestBody> | undefined;
  /** The `responses` key; undefined when the operation has none. */
  readonly responsesAnchor: Span | undefined;
  readonly responses: readonly ResponseEntry[];
  /** Undefined when not written: the document's applies. */
  readonly security: readonly SecurityRequirement[] | undefined;
  /** A `$ref` in place of the whole list; `effectiveSecurity` follows it. */
  readonly securityReference: Reference<'openapi.part'> | undefined;
  readonly callbacks: readonly OrReference<Callback>[];
}

export interface ResponseEntry {
  /** `200`, `4XX` (upper case) or `default`; `*` for all that a `$ref` in place of the map leads to, of which nothing is known. */
  readonly status: Located<string>;
  readonly response: OrReference<Response>;
}

export interface Parameter extends View {
  readonly kind: 'openapi.parameter';
  readonly context: DescriptionContext;
  readonly name: Located<string> | undefined;
  readonly in: Located<string> | undefined;
  readonly required: Located<boolean> | undefined;
  readonly description: Located<string> | undefined;
  /** 2.0: the parameter object itself, read as a schema. */
  readonly schema: OrReference<Schema> | undefined;
  readonly content: readonly MediaType[];
  /** True when `example` or `examples` stands at the parameter. */
  readonly hasExample: boolean;
}

export interface RequestBody extends View {
  readonly kind: 'openapi.request-body';
  readonly context: DescriptionContext;
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

export interface Response extends View {
  readonly kind: 'openapi.response';
  readonly context: DescriptionContext;
  readonly description: Located<string> | undefined;
  /** Those written out; `effectiveHeaders` follows a `$ref` in place of the map. */
  readonly headers: readonly HeaderEntry[];
  readonly headersReference: Reference<'openapi.part'> | undefined;
  /** The `content` key (2.0: the `schema` key); undefined when there is none. */
  readonly contentAnchor: Span | undefined;
  /** 2.0: one per `produces` media type when a `schema` is written, sharing its schema. */
  readonly content: readonly MediaType[];
  readonly links: readonly OrReference<Link>[];
}

export interface HeaderEntry {
  readonly name: Located<string>;
  readonly header: OrReference<Header>;
}

export interface Header extends View {
  readonly kind: 'openapi.header';
  readonly context: DescriptionContext;
  readonly description: Located<string> | undefined;
  readonly schema: OrReference<Schema> | undefined;
}

export interface MediaType extends View {
  readonly kind: 'openapi.media-type';
  readonly context: DescriptionContext;
  /** As written, parameters included (`application/json; charset=utf-8`). 2.0: the span is that of the `schema` key. */
  readonly name: Located<string>;
  /** Where the media type stands; a component has neither direction until it is used. */
  readonly direction: 'request' | 'response' | 'parameter' | 'header';
  readonly schema: OrReference<Schema> | undefined;
  /** True when `example`, `examples` (2.0: the response's `examples`) gives this media type an example. */
  readonly hasExample: boolean;
  readonly examples: readonly OrReference<Example>[];
}

export interface Example extends View {
  readonly kind: 'openapi.example';
}

export type SchemaRole =
  | 'component'
  | 'property'
  | 'items'
  | 'branch'
  | 'additional'
  | 'parameter'
  | 'header'
  | 'media-type'
  | 'other';

/**
 * A schema as written, `$ref`s not followed. `true` and `{}` have no types and no parts. From 3.1 on a `$ref` with keywords
 * beside it that say more than a description is a schema whose `allOf` begins with that reference.
 */
export interface Schema extends View {
  readonly kind: 'openapi.schema';
  readonly context: DescriptionContext;
  readonly role: SchemaRole;
  /** The component's or the property's name; undefined elsewhere. */
  readonly name: Located<string> | undefined;
  /** The types named by `type`; `nullable: true` and `x-nullable: true` add `null`. Empty when untyped. */
  readonly types: readonly string[];
  readonly format: Located<string> | undefined;
  readonly description: Located<string> | undefined;
  /** Those written out; `propertiesOf` follows a `$ref` in place of the map. */
  readonly properties: readonly SchemaProperty[];
  readonly propertiesReference: Reference<'openapi.part'> | undefined;
  readonly required: readonly Located<string>[];
  readonly items: OrReference<Schema> | undefined;
  readonly allOf: readonly OrReference<Schema>[];
  readonly oneOf: readonly OrReference<Schema>[];
  readonly anyOf: readonly OrReference<Schema>[];
  /** The listed values; undefined when there is no `enum`. A `const` counts as an enum of one, a `$ref` in place of the list as one without known values. */
  readonly enum: readonly ScalarNode[] | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  /** `false`, `true`, a schema, or undefined when not written. */
  readonly additionalProperties: boolean | OrReference<Schema> | undefined;
}

export interface SchemaProperty {
  readonly name: Located<string>;
  readonly schema: OrReference<Schema>;
}

export interface SecurityScheme extends View {
  readonly kind: 'openapi.security-scheme';
  readonly name: Located<string>;
  /** `apiKey`, `http`, `oauth2`, `openIdConnect`, `mutualTLS`, 2.0 `basic`. */
  readonly type: Located<string> | undefined;
  readonly in: Located<string> | undefined;
  readonly parameterName: Located<string> | undefined;
  readonly scheme: Located<string> | undefined;
}

/** One alternative of a `security` list; `{}` (no schemes) means anonymous access is allowed. */
export interface SecurityRequirement extends View {
  readonly kind: 'openapi.security-requirement';
  readonly level: 'document' | 'operation';
  readonly schemes: readonly { readonly name: Located<string>; readonly scopes: readonly Located<string>[] }[];
}

export interface Callback extends View {
  readonly kind: 'openapi.callback';
  readonly name: Located<string>;
  readonly pathItems: readonly PathItem[];
}

/** What a response says about an operation to call next, `openapi.operation` by its id or by a reference. */
export interface Link extends View {
  readonly kind: 'openapi.link';
  readonly context: DescriptionContext;
  readonly name: Located<string>;
  readonly operationId: Located<string> | undefined;
  readonly operationRef: Located<string> | undefined;
  readonly parameters: readonly LinkParameter[];
  /** A constant, or a runtime expression. */
  readonly requestBody: TreeNode | undefined;
}

export interface LinkParameter {
  /** `id`, or `path.id` where several have the name. */
  readonly name: Located<string>;
  /** A constant, or a runtime expression. */
  readonly value: TreeNode;
}

/** A list or map that a `$ref` leads to, which stands in place of it. */
export interface Part extends View {
  readonly kind: 'openapi.part';
  readonly entries: readonly PartEntry[];
}

export interface PartEntry {
  /** The key in a map; undefined in a list. */
  readonly name: Located<string> | undefined;
  readonly node: OpenApiNode;
}

/** All that a section says in one of its roles, as it is written. */
export interface Written {
  readonly kind: 'openapi.written';
  readonly section: TreeSection;
  readonly span: Span;
  readonly context: DescriptionContext;
  /** What the specification does not allow there, in text order as far as values go. */
  readonly faults: readonly Fault[];
}

/**
 * A path item among the components that no path refers to. It is no path of the API, and neither it nor its operations are judged as
 * such; what the specification asks of any path item is asked of it, too.
 */
export interface UnusedPathItem {
  readonly kind: 'openapi.unused-path-item';
  readonly span: Span;
  readonly pathItem: PathItem;
}

/** Every kind of OpenAPI view a rule can be written for. A webhook is a path item with `origin: 'webhook'`. */
export type OpenApiNode =
  | OpenApiDocument
  | Info
  | Server
  | Tag
  | PathItem
  | Operation
  | Parameter
  | RequestBody
  | Response
  | Header
  | MediaType
  | Example
  | Schema
  | SecurityScheme
  | SecurityRequirement
  | Callback
  | Link
  | Part
  | Reference;

/** A view written in place, or a `$ref` to one; `scope.resolve` turns either into the view. */
export type OrReference<T extends { readonly kind: string }> = T | Reference<T['kind']>;

declare module '#core/node.ts' {
  interface NodeTypes extends ByKind<OpenApiNode | Written | UnusedPathItem> {}
}
