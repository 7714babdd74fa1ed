/** How a YAML or JSON file is cut into sections: told by whoever knows what stands in it. */
export interface Outline {
  /** Keys of which one at the root makes it a file that is cut; any other is one section. */
  readonly markers: ReadonlySet<string>;
  /** True for the maps whose entries are sections of their own, by the keys that lead to them; at most two. */
  isContainer(pointer: readonly string[]): boolean;
}

/** That of a file that is one section, whatever it says. */
export const noOutline: Outline = { markers: new Set(), isContainer: () => false };
