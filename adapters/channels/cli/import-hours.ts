import { importTable, type TableImporter } from './import-table.ts';

/**
 * `npm run import-hours -- FILE [--verified] [--category VALUE=CATEGORY]… [--agency ID] [--channel web|slack|teams] [--sheet
 * NAME] [--map HEADER=MEANING]… [--problems FILE.csv] [--apply]`: learning hours of an export. Without `--apply` nothing is
 * written. Gives the exit code.
 */
export function importHours(
  args: readonly string[],
  importer: TableImporter,
  print: (text: string) => void,
): Promise<0 | 1> {
  return importTable(args, ['verified', 'category'], importer, print);
}
