/** The door to the checks for operators. */
export { diagnose } from './doctor/diagnose.ts';
export { renderFinding, renderSummary } from './doctor/finding.ts';
