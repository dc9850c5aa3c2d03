import { CORE_SCHEMA, load } from 'js-yaml';

/** YAML text → value, dates left as the strings that HR wrote. Throws a `YAMLException` that names line and column. */
export function readYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA });
}
