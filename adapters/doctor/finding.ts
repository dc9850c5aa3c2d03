/** How one check ended. */
export interface Finding {
  /** What was looked at. */
  readonly about: string;
  /** Only `repair` stands in the way of a service that works; `notice` will before long, or is not as it should be. */
  readonly state: 'good' | 'notice' | 'repair' | 'skipped';
  readonly text: string;
  /** What somebody has to do; null for nothing. */
  readonly repair: string | null;
}

const labels: Readonly<Record<Finding['state'], string>> = {
  good: '好　　',
  notice: '注意　',
  repair: '要處理',
  skipped: '略過　',
};

/** It is as it should be. */
export function good(about: string, text: string): Finding {
  return { about, state: 'good', text, repair: null };
}

/** It works, but somebody should do this about it. */
export function notice(about: string, text: string, repair: string): Finding {
  return { about, state: 'notice', text, repair };
}

/** It does not work until somebody has done this. */
export function toRepair(about: string, text: string, repair: string): Finding {
  return { about, state: 'repair', text, repair };
}

/** It was not looked at, for this reason. */
export function skipped(about: string, text: string): Finding {
  return { about, state: 'skipped', text, repair: null };
}

/** One line for the terminal. */
export function renderFinding({ about, state, text, repair }: Finding): string {
  return `${labels[state]}　${about}：${text}${repair === null ? '' : `　→ ${repair}`}`;
}

/** The last line: how many of each. */
export function renderSummary(findings: readonly Finding[]): string {
  const counts = (['good', 'notice', 'repair', 'skipped'] as const).map(
    (state) => `${labels[state].trim()} ${findings.filter((finding) => finding.state === state).length}`,
  );
  return `共 ${findings.length} 項：${counts.join('、')}。`;
}
