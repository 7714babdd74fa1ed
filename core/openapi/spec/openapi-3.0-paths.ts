import {
  any,
  field,
  flag,
  listOf,
  mapOf,
  markdown,
  object,
  orReference,
  required,
  text,
  textList,
} from '#core/openapi/spec/shapes.ts';
import type { FieldSpec, ObjectTable } from '#core/openapi/spec/spec.ts';

export function methodField(method: string): FieldSpec {
  return field(object('operation'), `What ${method.toUpperCase()} does at this path.`);
}

/** What stands at a path, and what leads from one operation to the next (OpenAPI 3.0.4). */
export const paths30 = {
  paths: {
    title: 'Paths Object',
    anchor: 'paths-object',
    about: 'The paths of the API; each begins with a slash and is appended to the address of a server.',
    isExtensible: true,
    fields: {},
    entries: { keys: 'path', value: object('path-item') },
  },
  'path-item': {
    title: 'Path Item Object',
    anchor: 'path-item-object',
    about: 'What can be done at one path.',
    isExtensible: true,
    fields: {
      $ref: field(text, 'Where this path item is written instead.'),
      summary: field(text, 'What all operations of the path have in common, in short.'),
      description: field(markdown, 'What all operations of the path have in common, in CommonMark.'),
      get: methodField('get'),
      put: methodField('put'),
      post: methodField('post'),
      delete: methodField('delete'),
      options: methodField('options'),
      head: methodField('head'),
      patch: methodField('patch'),
      trace: methodField('trace'),
      servers: field(
        listOf(object('server')),
        'Where this path can be reached, instead of the servers of the document.',
      ),
      parameters: field(listOf(orReference('parameter')), 'Parameters that all operations of the path share.'),
    },
  },
  operation: {
    title: 'Operation Object',
    anchor: 'operation-object',
    about: 'One thing a client can do: a method at a path.',
    isExtensible: true,
    fields: {
      tags: field(textList, 'The groups it is shown in.'),
      summary: field(text, 'What it does, in short.'),
      description: field(markdown, 'What it does, in CommonMark.'),
      externalDocs: field(object('external-docs'), 'Where more is written about it.'),
      operationId: field(text, 'A name that no other operation has; generated code calls it by this.'),
      parameters: field(
        listOf(orReference('parameter')),
        'Its parameters; one with the name and place of one of the path replaces that.',
      ),
      requestBody: field(orReference('request-body'), 'What a client sends with it.'),
      responses: required(object('responses'), 'What it answers, by status code.'),
      callbacks: field(mapOf(orReference('callback')), 'Requests that the API sends to the client in turn.'),
      deprecated: field(flag, 'True where clients should no longer use it.'),
      security: field(
        listOf(object('security-requirement')),
        'What a caller must show, instead of what the document says; an empty list lets everybody in.',
      ),
      servers: field(listOf(object('server')), 'Where it can be reached, instead of the servers of the path.'),
    },
  },
  responses: {
    title: 'Responses Object',
    anchor: 'responses-object',
    about: 'What an operation answers, by status code; one of them at least.',
    isExtensible: true,
    fields: {
      default: field(orReference('response'), 'What it answers with every status code that is not listed.'),
    },
    entries: { keys: 'status', value: orReference('response') },
    isNeverEmpty: true,
  },
  callback: {
    title: 'Callback Object',
    anchor: 'callback-object',
    about: 'Requests that the API sends to an address the client gave, by the expression that finds the address.',
    isExtensible: true,
    fields: {},
    entries: { value: object('path-item') },
  },
  link: {
    title: 'Link Object',
    anchor: 'link-object',
    about: 'How values of a response are used in a next operation.',
    isExtensible: true,
    fields: {
      operationRef: field(
        text,
        'Where the next operation is written: a reference, braces of its path as they are or encoded.',
      ),
      operationId: field(text, 'The next operation, by its id.'),
      parameters: field(mapOf(any), 'What its parameters are given, by name: a value, or an expression that finds it.'),
      requestBody: field(any, 'What it is sent: a value, or an expression that finds it.'),
      description: field(markdown, 'What the link is for.'),
      server: field(object('server'), 'Where the next operation is to be reached.'),
    },
    needsOneOf: [['operationRef', 'operationId']],
    excludes: [['operationRef', 'operationId']],
  },
  reference: {
    title: 'Reference Object',
    anchor: 'reference-object',
    about: 'Stands for what is written elsewhere.',
    isExtensible: false,
    isOpen: true,
    fields: {
      $ref: required(text, 'Where it is written: a pointer into this file, or into another.'),
    },
  },
} satisfies ObjectTable;
