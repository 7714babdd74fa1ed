import type { PlainValue } from '#core/tree/tree.ts';
import type { Components, Values } from '#snippets/pattern.ts';

/** `{ $ref: '#/components/<group>/<name>' }` */
export function componentReference(group: string, name: string): Values {
  return { $ref: `#/components/${group}/${name}` };
}

/** References to shared problem responses by status: `problems('404', 'default')`. */
export function problems(...statuses: readonly (keyof typeof problemResponses)[]): Values {
  return Object.fromEntries(
    statuses.map((status) => [status, componentReference('responses', problemResponses[status])]),
  );
}

const problemResponses = {
  '400': 'BadRequest',
  '401': 'Unauthorized',
  '403': 'Forbidden',
  '404': 'NotFound',
  '409': 'Conflict',
  '412': 'PreconditionFailed',
  '422': 'UnprocessableContent',
  '428': 'PreconditionRequired',
  '429': 'TooManyRequests',
  '500': 'InternalServerError',
  default: 'UnexpectedProblem',
} as const;

const problemSchema: Values = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      default: 'about:blank',
      description: 'Names the kind of problem.',
    },
    title: { type: 'string', description: 'The kind of problem in a few words.' },
    status: { type: 'integer', format: 'int32', minimum: 100, maximum: 599, description: 'The status code.' },
    detail: { type: 'string', description: 'What went wrong this time.' },
    instance: { type: 'string', format: 'uri-reference', description: 'Names this occurrence.' },
  },
};

const idempotencyKey: Values = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Made by the client, one for each intended effect. A repeated key returns the first answer (draft-ietf-httpapi-idempotency-key-header).',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
};

const ifMatch: Values = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of the version that is changed.',
  schema: { type: 'string', maxLength: 255 },
  example: '"5f2c"',
};

const ifNoneMatch: Values = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag the client has; while it is current, the answer is 304.',
  schema: { type: 'string', maxLength: 255 },
  example: '"5f2c"',
};

const webhookId: Values = {
  name: 'webhook-id',
  in: 'header',
  required: true,
  description: 'The same for every attempt to deliver one message; tells duplicates.',
  schema: { type: 'string', maxLength: 255 },
  example: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
};

const webhookTimestamp: Values = {
  name: 'webhook-timestamp',
  in: 'header',
  required: true,
  description: 'When this attempt was made, in Unix seconds. An old one is a replay.',
  schema: { type: 'integer', format: 'int64', minimum: 0 },
  example: 1767268800,
};

const webhookSignature: Values = {
  name: 'webhook-signature',
  in: 'header',
  required: true,
  description: 'Signatures parted by spaces, each “v1,” and the Base64 of the HMAC-SHA256 of id.timestamp.body.',
  schema: { type: 'string', maxLength: 1024 },
  example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
};

const retryAfter: Values = {
  description: 'Seconds to wait before the next attempt.',
  schema: { type: 'integer', format: 'int32', minimum: 0 },
  example: 30,
};

/** The components more than one pattern refers to, in the form they are inserted in. */
export const sharedComponents: Components = {
  schemas: { Problem: problemSchema },
  responses: {
    BadRequest: problem(400, 'Bad Request', 'The request is malformed.'),
    Unauthorized: problem(401, 'Unauthorized', 'Credentials are missing or not valid.', {
      'WWW-Authenticate': {
        description: 'How to authenticate.',
        schema: { type: 'string' },
        example: 'Bearer',
      },
    }),
    Forbidden: problem(403, 'Forbidden', 'The caller may not do this.'),
    NotFound: problem(404, 'Not Found', 'There is no such resource, or the caller may not know of it.'),
    Conflict: problem(409, 'Conflict', 'The request conflicts with the current state.'),
    PreconditionFailed: problem(412, 'Precondition Failed', 'The resource was changed in the meantime.'),
    UnprocessableContent: problem(
      422,
      'Unprocessable Content',
      'The request is well-formed, but its values are not acceptable.',
    ),
    PreconditionRequired: problem(428, 'Precondition Required', 'The If-Match header is missing.'),
    TooManyRequests: problem(
      429,
      'Too Many Requests',
      'The rate limit is exceeded; it holds per user, and per IP address without credentials.',
      {
        'Retry-After': componentReference('headers', 'RetryAfter'),
        RateLimit: {
          description: 'What is left of the quota (draft-ietf-httpapi-ratelimit-headers).',
          schema: { type: 'string' },
          example: '"default";r=0;t=30',
        },
        'RateLimit-Policy': {
          description: 'The quota and its window (draft-ietf-httpapi-ratelimit-headers).',
          schema: { type: 'string' },
          example: '"default";q=100;w=60',
        },
      },
    ),
    InternalServerError: problem(500, 'Internal Server Error', 'The server failed; the request may be sent again.'),
    UnexpectedProblem: problem(500, 'Internal Server Error', 'Any other problem.'),
    NotModified: {
      description: 'What the client has is current.',
      headers: {
        ETag: componentReference('headers', 'ETag'),
        'Cache-Control': componentReference('headers', 'CacheControl'),
      },
    },
  },
  parameters: {
    IdempotencyKey: idempotencyKey,
    IfMatch: ifMatch,
    IfNoneMatch: ifNoneMatch,
    WebhookId: webhookId,
    WebhookTimestamp: webhookTimestamp,
    WebhookSignature: webhookSignature,
  },
  headers: {
    RetryAfter: retryAfter,
    Location: {
      description: 'Where the new resource is.',
      schema: { type: 'string', format: 'uri-reference' },
    },
    ETag: {
      description: 'Names the version; If-Match takes it.',
      schema: { type: 'string' },
      example: '"5f2c"',
    },
    CacheControl: {
      description: 'Who may keep the answer, and for how long.',
      schema: { type: 'string' },
      example: 'private, max-age=60',
    },
  },
};

function problem(status: number, title: string, description: string, headers?: Values): PlainValue {
  return {
    description,
    ...(headers === undefined ? {} : { headers }),
    content: {
      'application/problem+json': {
        schema: componentReference('schemas', 'Problem'),
        example: { type: 'about:blank', title, status, detail: description },
      },
    },
  };
}
