import { importTable, type TableImporter } from './import-table.ts';

/**
 * `npm run import-roster -- FILE [--agency ID] [--channel web|slack|teams] [--sheet NAME] [--map HEADER=MEANING]…
 * [--problems FILE.csv] [--apply]`: new employees, whose first weeks begin by it. Without `--apply` nothing is written.
 * Gives the exit code.
 */
export function importRoster(
  args: readonly string[],
  importer: TableImporter,
  print: (text: string) => void,
): Promise<0 | 1> {
  return importTable(args, [], importer, print);
}
