import { importTable, type TableImporter } from './import-table.ts';

/**
 * `npm run import-certificates -- FILE [--verified] [--agency ID] [--channel web|slack|teams] [--sheet NAME] [--map
 * HEADER=MEANING]… [--problems FILE.csv] [--apply]`: certificates that people hold. Without `--apply` nothing is written.
 * Gives the exit code.
 */
export function importCertificates(
  args: readonly string[],
  importer: TableImporter,
  print: (text: string) => void,
): Promise<0 | 1> {
  return importTable(args, ['verified'], importer, print);
}
