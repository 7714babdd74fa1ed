/** An open licence: its SPDX identifier and where its text stands. */
export interface Licence {
  readonly identifier: string;
  readonly url: string;
}

/** How licences are called, in lower case without signs. */
const licences: readonly (readonly [names: string, identifier: string, url: string])[] = [
  ['mit,mit license,the mit license', 'MIT', 'https://opensource.org/license/mit'],
  [
    'apache 2.0,apache 2,apache-2.0,apache license 2.0,apache license version 2.0,apache license,apache licence 2.0',
    'Apache-2.0',
    'https://www.apache.org/licenses/LICENSE-2.0.html',
  ],
  [
    'bsd-3-clause,bsd 3-clause,bsd 3-clause license,3-clause bsd',
    'BSD-3-Clause',
    'https://opensource.org/license/bsd-3-clause',
  ],
  ['bsd-2-clause,bsd 2-clause,bsd 2-clause license', 'BSD-2-Clause', 'https://opensource.org/license/bsd-2-clause'],
  [
    'gpl-3.0,gplv3,gpl v3,gnu gpl v3,gnu general public license v3.0',
    'GPL-3.0-only',
    'https://www.gnu.org/licenses/gpl-3.0.html',
  ],
  ['agpl-3.0,agplv3,agpl v3,gnu agpl v3', 'AGPL-3.0-only', 'https://www.gnu.org/licenses/agpl-3.0.html'],
  ['lgpl-3.0,lgplv3', 'LGPL-3.0-only', 'https://www.gnu.org/licenses/lgpl-3.0.html'],
  ['mpl-2.0,mpl 2.0,mozilla public license 2.0', 'MPL-2.0', 'https://www.mozilla.org/MPL/2.0/'],
  ['isc,isc license', 'ISC', 'https://opensource.org/license/isc-license-txt'],
  ['unlicense,the unlicense', 'Unlicense', 'https://unlicense.org/'],
  ['cc0,cc0-1.0,cc0 1.0', 'CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ['cc by 4.0,cc-by-4.0', 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
];

const byName: ReadonlyMap<string, Licence> = new Map(
  licences.flatMap(([names, identifier, url]) => names.split(',').map((name) => [name, { identifier, url }] as const)),
);

/** The licence of a name; undefined where none is known to be meant. */
export function licenceNamed(name: string): Licence | undefined {
  return byName.get(name.toLowerCase().replaceAll(',', '').replaceAll(/\s+/g, ' ').trim());
}
