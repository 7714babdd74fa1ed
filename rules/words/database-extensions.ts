/** An extension of PostgreSQL, and how a schema shows that it needs it. */
export interface DatabaseExtension {
  readonly name: string;
  /** Native types, in lower case: `@db.Citext`. */
  readonly types: RegExp;
  /** Types Prisma does not know, as they begin: `Unsupported("vector(3)")`. */
  readonly unsupported: RegExp;
  /** Operator classes of indexes. */
  readonly ops: RegExp;
  /** Functions in defaults. */
  readonly functions: RegExp;
}

const none = /(?!)/;

/** PostgreSQL documentation, Additional Supplied Modules; pgvector; PostGIS. `gen_random_uuid()` needs none since PostgreSQL 13. */
export const databaseExtensions: readonly DatabaseExtension[] = [
  extension('citext', { types: /^citext$/, unsupported: /^citext/i }),
  extension('pg_trgm', { ops: /^(?:gin|gist)_trgm_ops/ }),
  extension('vector', {
    unsupported: /^(?:vector|halfvec|sparsevec)\b/i,
    ops: /^(?:vector|halfvec|sparsevec)_\w+_ops/,
  }),
  extension('postgis', { unsupported: /^(?:geometry|geography)\b/i }),
  extension('hstore', { unsupported: /^hstore\b/i, ops: /^(?:gin|gist)_hstore_ops/ }),
  extension('ltree', { unsupported: /^l(?:tree|query)\b/i, ops: /^gist_ltree_ops/ }),
  extension('cube', { unsupported: /^cube\b/i }),
  extension('uuid-ossp', { functions: /\buuid_generate_v\d/ }),
  extension('pgcrypto', { functions: /\b(?:gen_random_bytes|gen_salt|crypt|digest)\(/ }),
];

function extension(name: string, signs: Partial<Omit<DatabaseExtension, 'name'>>): DatabaseExtension {
  return { types: none, unsupported: none, ops: none, functions: none, ...signs, name };
}
