import { stringify } from 'yaml';
import { generateOpenApi } from './generate-openapi.ts';

/** A description of which each path item and each schema lies in a file of its own: texts by path; `openapi.yaml` is the root. */
export function generateManyFiles(resources: number): ReadonlyMap<string, string> {
  const { paths, components, ...root } = generateOpenApi(resources);
  const { schemas, ...others } = components as { readonly schemas: Members };
  const files = new Map<string, string>();
  const references: [string, unknown][] = Object.entries(paths as Members).map(([path, item], index) => {
    const name = `paths/${index}.yaml`;
    files.set(name, textOf(item, '../schemas/'));
    return [path, { $ref: `./${name}` }];
  });
  for (const [name, schema] of Object.entries(schemas)) files.set(`schemas/${name}.yaml`, textOf(schema, './'));
  const whole = { ...root, paths: Object.fromEntries(references), components: others };
  return new Map([['openapi.yaml', stringify(whole, { aliasDuplicateObjects: false })], ...files]);
}

type Members = { readonly [name: string]: unknown };

function textOf(value: unknown, folder: string): string {
  const text = stringify(value, { aliasDuplicateObjects: false });
  return text.replace(/"?#\/components\/schemas\/(\w+)"?/g, `"${folder}$1.yaml"`);
}
