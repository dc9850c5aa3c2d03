import { z } from 'zod';
import type { Period } from './document.ts';

/** Reads `2026-07-01..2026-12-31`; either side may be left out, both ends are included. */
export const periodSchema = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/)
  .transform((text): Period => {
    const [from, to] = text.split('..');
    return { from: from || null, to: to || null };
  });
